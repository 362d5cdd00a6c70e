// From mailboxes to people: who stands behind which addresses, how that was decided, and who is not a person at all.

import type { Whereabouts } from '../archive.ts'
import type { Sighting } from './address-book.ts'
import {
  addressesIn,
  type ChartPerson,
  candidatesIn,
  fullySpelledName,
  houseOf,
  isMachine,
  isMany,
  type Setting,
} from './candidates.ts'
import { domainFamily } from './domains.ts'
import { knownLists } from './known-lists.ts'
import type { ListHeaders } from './lists.ts'
import type { MailIndex } from './mail-index.ts'
import { factsOf } from './pair-facts.ts'
import { isContrary, parseName, shownName, uprightName } from './person-names.ts'
import type { Candidate } from './same-person.ts'
import { type Group, groupPeople } from './who-is-who.ts'

/** One address that was counted to a person, and what showed it, so that it can be seen and taken back. */
export type IdentityMerge = { personKey: string; address: string; evidence: string; where: Whereabouts }

export type MailPerson = {
  key: string
  name: string
  addresses: string[]
  isGuest: boolean
  isBot: boolean
  where: Whereabouts
}

export type People = {
  /** The person behind a mailbox, by its index in the address book; undefined when it stands for many. */
  personOf: (MailPerson | undefined)[]
  /** Known mailing lists by their mailbox. */
  lists: ReadonlyMap<number, ListHeaders>
  merges: IdentityMerge[]
}

/** Decides for the whole archive at once who is who; see `groupPeople` for what is asked of a merge. */
export function resolvePeople(index: MailIndex, chart: readonly ChartPerson[]): People {
  const lists = knownLists(index, addressesIn(chart))
  const setting = { book: index.book, chart, house: houseOf(index.book, chart), lists }
  const candidates = candidatesIn(setting)
  return new Settling(setting).settle(groupPeople(candidates, factsOf(index, candidates)))
}

class Settling {
  #setting: Setting
  #chart: ReadonlyMap<string, ChartPerson>
  #people: People
  /** By the key of the chart, so that nobody of it becomes two. */
  #listed = new Map<string, MailPerson>()

  constructor(setting: Setting) {
    this.#setting = setting
    this.#chart = new Map(setting.chart.map((person) => [person.personKey, person]))
    this.#people = { personOf: setting.book.sightings.map(() => undefined), merges: [], lists: setting.lists }
  }

  settle(groups: readonly Group[]): People {
    const { book } = this.#setting
    this.#settleListed()
    for (const group of groups) this.#settleGroup(group)
    for (const [mailbox, sighting] of book.sightings.entries()) {
      if (this.#people.personOf[mailbox] || isMany(this.#setting, mailbox)) continue
      this.#people.personOf[mailbox] = this.#personBehind([sighting], undefined)
    }
    return this.#people
  }

  /** Addresses that the chart itself gives need no evidence. */
  #settleListed(): void {
    const owner = new Map<string, ChartPerson>()
    for (const person of this.#chart.values()) {
      for (const address of person.addresses) owner.set(address.toLowerCase(), person)
    }
    for (const [mailbox, sighting] of this.#setting.book.sightings.entries()) {
      const person = owner.get(sighting.id)
      if (person) this.#people.personOf[mailbox] = this.#listedPerson(person, [sighting])
    }
  }

  #listedPerson(person: ChartPerson, sightings: readonly Sighting[]): MailPerson {
    const known = this.#listed.get(person.personKey)
    if (known) known.addresses = addressesOf(sightings, known.addresses)
    const settled = known ?? this.#personBehind(sightings, person)
    this.#listed.set(person.personKey, settled)
    return settled
  }

  #settleGroup({ members, reasons }: Group): void {
    const chartKey = members.find((member) => member.chartKey)?.chartKey
    const listed = chartKey === undefined ? undefined : this.#chart.get(chartKey)
    const joined = members.filter((member) => member.chartKey === undefined)
    const sightings = joined.flatMap(({ mailbox }) => this.#setting.book.sightings[mailbox ?? -1] ?? [])
    if (sightings.length === 0) return
    const person = listed ? this.#listedPerson(listed, sightings) : this.#personBehind(sightings, undefined)
    for (const member of joined) {
      if (member.mailbox === undefined) continue
      this.#people.personOf[member.mailbox] = person
      const isItself = !listed && person.addresses[0] === member.address
      if (!isItself) this.#recordMerge(person, member, reasons.get(member) ?? '')
    }
  }

  #recordMerge(person: MailPerson, member: Candidate, evidence: string): void {
    const where = this.#setting.book.sightings[member.mailbox ?? -1]?.where
    if (where) this.#people.merges.push({ personKey: person.key, address: member.address, evidence, where })
  }

  #personBehind(sightings: readonly Sighting[], listed: ChartPerson | undefined): MailPerson {
    const ranked = sightings.toSorted((a, b) => b.sent - a.sent || b.seen - a.seen || (a.id < b.id ? -1 : 1))
    const main = ranked.find((sighting) => sighting.isRoutable) ?? ranked[0]
    const addresses = addressesOf(ranked, listed?.addresses.map((address) => address.toLowerCase()) ?? [])
    const isInside = (sighting: Sighting) =>
      !sighting.isRoutable || this.#setting.house.has(domainFamily(sighting.id))
    const where = sightings.map((sighting) => sighting.where)[0] ?? { file: '', line: 1 }
    return {
      key: listed?.personKey ?? `person:${main?.id ?? ''}`,
      name: listed?.name ?? nameFor(ranked, main?.id ?? ''),
      addresses,
      isGuest: !listed && this.#setting.house.size > 0 && !sightings.some(isInside),
      isBot: sightings.some(isMachine),
      where,
    }
  }
}

function addressesOf(sightings: readonly Sighting[], first: readonly string[]): string[] {
  const routable = sightings.filter((sighting) => sighting.isRoutable).map((sighting) => sighting.id)
  return [...new Set([...first, ...routable])]
}

/** The name most often written beside any of the mailboxes, else what the address spells. */
function nameFor(sightings: readonly Sighting[], address: string): string {
  const counts = new Map<string, number>()
  for (const sighting of sightings) {
    const spelled = fullySpelledName(sighting)
    for (const [text, count] of sighting.names) {
      const name = parseName(text)
      if (spelled && (!name || isContrary(name, spelled))) continue
      const upright = uprightName(text)
      counts.set(upright, (counts.get(upright) ?? 0) + count)
    }
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best?.[0] ?? shownName(address)
}
