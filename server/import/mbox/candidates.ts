// The mailboxes and people of the chart that may turn out to be one person, with all that is known of their names.

import type { AddressBook, Sighting } from './address-book.ts'
import { domainFamily, isGroupAddress, isMachineAddress, isPublicProvider } from './domains.ts'
import type { ListHeaders } from './lists.ts'
import {
  compareNames,
  isContrary,
  isInitialOnly,
  localPart,
  type PersonName,
  parseName,
  spelledName,
  uprightName,
} from './person-names.ts'
import type { Candidate } from './same-person.ts'

export type Setting = {
  book: AddressBook
  chart: readonly ChartPerson[]
  house: ReadonlySet<string>
  /** Mailboxes of known mailing lists. */
  lists: ReadonlyMap<number, ListHeaders>
}

/** Somebody the network knows already. */
export type ChartPerson = { personKey: string; name: string; addresses: readonly string[] }

/** Whether a mailbox stands for many people: a known list, or a name such as all.employees. */
export function isMany({ book, lists }: Pick<Setting, 'book' | 'lists'>, mailbox: number): boolean {
  const sighting = book.sightings[mailbox]
  return sighting?.sent === 0 && (lists.has(mailbox) || isGroupAddress(sighting.id))
}

/** Whether no human writes from a mailbox, by its name or by what most of its mails say of themselves. */
export function isMachine(sighting: Sighting): boolean {
  const { id, sent, sentAutomatically } = sighting
  return (
    isMachineAddress(id) || isGroupAddress(id) || (sentAutomatically > 0 && sentAutomatically * 2 >= sent)
  )
}

/**
 * The domain families of the organisation itself: those of the chart's addresses, else the one that more than half
 * of the mails came from. Empty when the archive belongs to no single organisation, as that of a public list.
 */
export function houseOf(book: AddressBook, chart: readonly ChartPerson[]): ReadonlySet<string> {
  const families = chart.flatMap((person) =>
    person.addresses.filter((address) => !isPublicProvider(address)).map(domainFamily),
  )
  const known = new Set(families.filter((family) => family !== ''))
  if (known.size > 0) return known
  const sent = new Map<string, number>()
  let total = 0
  for (const sighting of book.sightings) {
    const family = isPublicProvider(sighting.id) ? '' : domainFamily(sighting.id)
    sent.set(family, (sent.get(family) ?? 0) + sighting.sent)
    total += sighting.sent
  }
  const main = [...sent].find(([family, count]) => family !== '' && count * 2 > total)
  return new Set(main ? [main[0]] : [])
}

export function addressesIn(chart: readonly ChartPerson[]): ReadonlySet<string> {
  return new Set(chart.flatMap((person) => person.addresses.map((address) => address.toLowerCase())))
}

/** Everybody of the chart, and every mailbox that may be a person's and that the chart does not list itself. */
export function candidatesIn({ book, chart, house, lists }: Setting): Candidate[] {
  const mailboxOfAddress = new Map(book.sightings.map((sighting, at) => [sighting.id, at]))
  const inChart = addressesIn(chart)
  const listed = chart.flatMap((person) => chartCandidate(person, mailboxOfAddress) ?? [])
  const unlisted = book.sightings.flatMap((sighting, mailbox) => {
    if (inChart.has(sighting.id) || isMany({ book, lists }, mailbox) || isMachine(sighting)) return []
    return candidateOf({ book, mailbox, house }) ?? []
  })
  return [...listed, ...unlisted]
}

function chartCandidate(
  person: ChartPerson,
  mailboxOfAddress: ReadonlyMap<string, number>,
): Candidate | undefined {
  const name = parseName(person.name)
  if (!name) return undefined
  const addresses = person.addresses.map((address) => address.toLowerCase())
  const address = addresses.find((each) => mailboxOfAddress.has(each)) ?? addresses[0] ?? ''
  const mailbox = mailboxOfAddress.get(address)
  return {
    mailbox,
    chartKey: person.personKey,
    address,
    name,
    written: person.name,
    isStated: true,
    domain: '',
    isHouse: true,
    isPublic: false,
  }
}

type Mailbox = { book: AddressBook; mailbox: number; house: ReadonlySet<string> }

function candidateOf({ book, mailbox, house }: Mailbox): Candidate | undefined {
  const sighting = book.sightings[mailbox]
  if (!sighting) return undefined
  const address = sighting.id
  const domain = sighting.isRoutable ? domainFamily(address) : ''
  const isHouse = !sighting.isRoutable || house.has(domain)
  const loginName = isHouse ? book.namesByLogin.get(localPart(address)) : undefined
  const stated = statedName(sighting) ?? nameIn(loginName)
  const isPublic = isPublicProvider(address)
  const name = stated?.name ?? spelledName(address) ?? (isPublic ? undefined : initialAndFamily(address))
  if (!name) return undefined
  return {
    mailbox,
    chartKey: undefined,
    address,
    name,
    written: stated?.written ?? localPart(address),
    isStated: stated !== undefined,
    domain,
    isHouse,
    isPublic,
  }
}

/** `jdoe` may be J. Doe; that is only ever compared with people who are known to be called Doe. */
function initialAndFamily(address: string): PersonName | undefined {
  const local = localPart(address)
  if (!/^[a-z]{4,}$/.test(local)) return undefined
  return { given: local.charAt(0), middle: undefined, family: local.slice(1), suffix: undefined }
}

/**
 * The name by which a mailbox goes. Names that contradict the one the address spells out are left aside (an
 * assistant writing in her superior's place); of others one must stand beside the address most of the time.
 */
function statedName(sighting: Sighting): Stated | undefined {
  const spelled = fullySpelledName(sighting)
  const names = [...sighting.names].flatMap(([text, count]) => {
    const name = parseName(text)
    return name && !(spelled && isContrary(name, spelled)) ? [{ text, name, count }] : []
  })
  const [main] = names.toSorted((a, b) => b.count - a.count)
  if (!main) return undefined
  const agreeing = names.filter(({ name }) => compareNames(name, main.name) !== 'different')
  const total = names.reduce((sum, { count }) => sum + count, 0)
  const agreed = agreeing.reduce((sum, { count }) => sum + count, 0)
  if (agreed < total * 0.6) return undefined
  const middles = new Set(agreeing.flatMap(({ name }) => name.middle ?? []))
  const [middle] = middles
  const fullest = agreeing.find(({ name }) => name.given.length > 1) ?? main
  const name = { ...fullest.name, middle: middles.size === 1 ? middle : fullest.name.middle }
  return { name, written: uprightName(fullest.text) }
}

type Stated = { name: PersonName; written: string }

function nameIn(text: string | undefined): Stated | undefined {
  const name = text === undefined ? undefined : parseName(text)
  return name && text !== undefined ? { name, written: uprightName(text) } : undefined
}

/** What the address spells, unless it gives but a letter, which may well be that of a middle name. */
export function fullySpelledName(sighting: Sighting): PersonName | undefined {
  const spelled = sighting.isRoutable ? spelledName(sighting.id) : undefined
  return spelled && !isInitialOnly(spelled) ? spelled : undefined
}
