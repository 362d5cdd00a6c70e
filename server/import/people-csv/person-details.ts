// What is known of a person apart from who they report to: from the file, and from the network where the file is silent.
import type { KnownPerson } from './known-people.ts'
import type { SeatHolder } from './seat-holder.ts'

export type PersonDetails = {
  name: string
  /** Lower-case, the preferred first. Addresses known from elsewhere are kept behind those of the file. */
  addresses: string[]
  title: string | undefined
  unit: string | undefined
  location: string | undefined
  country: string | undefined
  timeZone: string | undefined
  languages: string[]
  isActive: boolean
  isGuest: boolean
}

/** `key` changes when somebody who came in another way is found in a people file. */
export type PersonField = keyof PersonDetails | 'manager' | 'key'

/** A person's details after an import. An empty cell says nothing, so it takes nothing away. */
export function detailsOf(given: {
  holder: SeatHolder
  known: KnownPerson | undefined
  addresses: readonly string[]
}): PersonDetails {
  const { holder, known } = given
  const seats = [holder.main, ...holder.further]
  const languages = seats.map((seat) => seat.languages).find((spoken) => spoken.length > 0)
  // Whoever holds one seat that is still theirs has not left.
  const statuses = seats.map(({ isActive }) => isActive).filter((status) => status !== undefined)
  const isActive = statuses.length > 0 ? statuses.includes(true) : (known?.isActive ?? true)
  const firstOf = (field: 'location' | 'country' | 'timeZone') =>
    seats.map((seat) => seat[field]).find((said) => said !== undefined) ?? known?.[field]
  return {
    name: holder.name,
    addresses: [...new Set([...given.addresses, ...(known?.addresses ?? [])])],
    title: holder.main.title ?? known?.title,
    unit: holder.main.unit ?? known?.unit,
    location: firstOf('location'),
    country: firstOf('country'),
    timeZone: firstOf('timeZone'),
    languages: [...(languages ?? known?.languages ?? [])],
    isActive: isActive && !holder.isVacant,
    isGuest:
      seats.map(({ isGuest }) => isGuest).find((said) => said !== undefined) ?? known?.isGuest ?? false,
  }
}

/** The fields in which a person would differ from what the network has. The order of addresses is no difference. */
export function changedFieldsOf(known: KnownPerson, details: PersonDetails): PersonField[] {
  const before: Record<keyof PersonDetails, unknown> = {
    name: known.name,
    addresses: sorted(known.addresses),
    title: known.title,
    unit: known.unit,
    location: known.location,
    country: known.country,
    timeZone: known.timeZone,
    languages: sorted(known.languages ?? []),
    isActive: known.isActive,
    isGuest: known.isGuest ?? false,
  }
  const after = { ...details, addresses: sorted(details.addresses), languages: sorted(details.languages) }
  const fields = Object.keys(before) as (keyof PersonDetails)[]
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}

function sorted(words: readonly string[]): string[] {
  return words.toSorted()
}
