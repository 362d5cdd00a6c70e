// Recognises people of a file among those who are in the network already.
import { foldName, withoutZeros } from './names.ts'
import type { ReportLine } from './person-row.ts'
import { addressesOf, type SeatHolder } from './seat-holder.ts'

/** What the plan needs to know of a person in the network. Details that are left out count as unknown. */
export type KnownPerson = {
  id: string
  /** The key that an earlier people file gave them; undefined for people who came in another way. */
  externalKey?: string | undefined
  name: string
  addresses: readonly string[]
  managerId?: string | undefined
  isActive: boolean
  isGuest?: boolean | undefined
  title?: string | undefined
  unit?: string | undefined
  location?: string | undefined
  country?: string | undefined
  timeZone?: string | undefined
  languages?: readonly string[] | undefined
}

export type Recognition = {
  /** Who in the network a holder is, by the holder's key. */
  knownByKey: ReadonlyMap<string, KnownPerson>
  lines: ReportLine[]
}

/**
 * Finds who is known: by the key of an earlier file first, then by address, then by a name that is one person's on
 * both sides and that no address speaks against. Nobody known is found twice.
 */
export function recognisePeople(holders: readonly SeatHolder[], known: readonly KnownPerson[]): Recognition {
  const knownByKey = new Map<string, KnownPerson>()
  const lines: ReportLine[] = []
  const taken = new Set<KnownPerson>()
  const find = (
    rule: (holder: SeatHolder) => KnownPerson | undefined,
    line?: (found: KnownPerson) => Said,
  ) => {
    for (const holder of holders) {
      const found = knownByKey.has(holder.key) ? undefined : rule(holder)
      if (!found || taken.has(found)) continue
      knownByKey.set(holder.key, found)
      taken.add(found)
      if (line) lines.push({ row: holder.main.row, ...line(found) })
    }
  }
  const lookUp = directoryOf(known)
  find((holder) => keysOf(holder).map(lookUp.byKey).find(isFree))
  find((holder) => addressesOf(holder).map(lookUp.byAddress).find(isFree))
  const names = countOf(holders.map(({ name }) => foldName(name)))
  find(
    (holder) => {
      const found =
        holder.isVacant || names.get(foldName(holder.name)) !== 1 ? undefined : lookUp.byName(holder.name)
      return found && !found.externalKey && !speaksAgainst(holder, found) ? found : undefined
    },
    ({ name }) => ({
      severity: 'info',
      code: 'known-by-name',
      sentence: `Recognised by name alone: ${name} is in the network already, from elsewhere.`,
    }),
  )
  return { knownByKey, lines }

  function isFree(person: KnownPerson | undefined): boolean {
    return person !== undefined && !taken.has(person)
  }
}

type Said = Omit<ReportLine, 'row'>

/** Ways to find somebody in the network; each answers undefined for nobody, and for a name that several share. */
export type Directory = {
  byKey(key: string): KnownPerson | undefined
  /** By a key that is a number, given without leading zeros. */
  byNumber(number: string): KnownPerson | undefined
  byAddress(address: string): KnownPerson | undefined
  byName(name: string): KnownPerson | undefined
}

export function directoryOf(known: readonly KnownPerson[]): Directory {
  const keys = new Map(known.flatMap((person) => (person.externalKey ? [[person.externalKey, person]] : [])))
  const numbers = new Map([...keys].map(([key, person]) => [withoutZeros(key), person]))
  const addresses = new Map(known.flatMap((person) => person.addresses.map((address) => [address, person])))
  const names = new Map(known.map((person) => [foldName(person.name), person]))
  const counts = countOf(known.map(({ name }) => foldName(name)))
  return {
    byKey: (key) => keys.get(key),
    byNumber: (number) => numbers.get(number),
    byAddress: (address) => addresses.get(address),
    byName: (name) => (counts.get(foldName(name)) === 1 ? names.get(foldName(name)) : undefined),
  }
}

// The main seat may be another one than at the last import, so each seat's reference will do.
function keysOf({ key, main, further }: SeatHolder): string[] {
  const ids = [main, ...further].map(({ id }) => id)
  return key === main.id ? [key, ...ids.filter((id) => id !== undefined)] : [key]
}

function speaksAgainst(holder: SeatHolder, known: KnownPerson): boolean {
  return addressesOf(holder).length > 0 && known.addresses.length > 0
}

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
