// Who of an archive is who in the network: somebody known, or somebody who becomes known by it and is not let in.
import type { ArchiveSource } from '#contract/import'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { idOf } from '#platform/ids'
import {
  addAddresses,
  findPeopleByAddress,
  type PlannedAddress,
  type PlannedPerson,
  upsertPeople,
} from '#rooms/people'
import type { ArchivedPerson } from './archive.ts'
import type { Brought } from './brought.ts'
import type { Merges } from './merges.ts'
import { storable } from './storable-text.ts'
import { findPersonKeys, insertPersonKeys, type PersonKeyRow } from './store.ts'

const NO_INSTANT = Temporal.Instant.fromEpochMilliseconds(0)

export type PeopleCounts = { found: number; fresh: number; automatic: number; addresses: number }

type Setting = {
  source: ArchiveSource
  at: Temporal.Instant
  /** Keys of the archive that are ids of people in the network, because its reader was told of them. */
  chartIds: ReadonlySet<string>
  merges: Merges
}

/** Keeps for the length of one import which key is which person. */
export class ArchivePeople {
  readonly counts: PeopleCounts = { found: 0, fresh: 0, automatic: 0, addresses: 0 }
  #ids = new Map<string, PersonId>()
  #owners = new Map<string, PersonId>()
  #setting: Setting

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** Undefined for a key that no record introduced. */
  idOf(key: string): PersonId | undefined {
    return this.#ids.get(key)
  }

  /** All who are introduced, each once. */
  idsOf(keys: readonly string[]): PersonId[] {
    return [...new Set(keys.flatMap((key) => this.#ids.get(key) ?? []))]
  }

  /** Finds people in the network by the key of an earlier import, by the chart or by address; the rest are fresh. */
  async recognise(db: Db, people: readonly ArchivedPerson[]): Promise<ArchivedPerson[]> {
    if (people.length === 0) return []
    const { source, chartIds } = this.#setting
    const keys = people.map((person) => person.key)
    const known = await findPersonKeys(db, source, keys)
    const addresses = people.flatMap((person) => person.addresses)
    for (const [address, id] of await findPeopleByAddress(db, addresses)) this.#owners.set(address, id)
    const fresh: ArchivedPerson[] = []
    for (const person of people) {
      const byAddress = person.addresses.flatMap((address) => this.#owners.get(address) ?? [])[0]
      const chartId = chartIds.has(person.key) ? (person.key as PersonId) : undefined
      const found = chartId ?? known.get(person.key) ?? byAddress
      const id = found ?? idOf<PersonId>(`${source}:person`, person.key, NO_INSTANT)
      this.#ids.set(person.key, id)
      // Two accounts of one archive that share an address are one person, too.
      for (const address of person.addresses) {
        if (!this.#owners.has(address)) this.#owners.set(address, id)
      }
      if (found === undefined) fresh.push(person)
    }
    this.counts.found += people.length
    this.counts.fresh += fresh.length
    this.counts.automatic += fresh.filter((person) => person.isBot).length
    return fresh
  }

  /**
   * Writes what `recognise` found out: the fresh, everybody's addresses, and the keys for the next import.
   * @returns what was not there before
   */
  async write(
    db: Db,
    people: readonly ArchivedPerson[],
    fresh: readonly ArchivedPerson[],
  ): Promise<Brought[]> {
    const { source } = this.#setting
    const made = new Set(fresh.map((person) => person.key))
    const personIds = await upsertPeople(
      db,
      fresh.map((person) => this.#planned(person)),
    )
    const planned = people.flatMap((person) => this.#addressesOf(person, made.has(person.key)))
    const added = new Set(await addAddresses(db, planned))
    this.counts.addresses += added.size
    const keys = await insertPersonKeys(
      db,
      source,
      people.flatMap(({ key }) => this.#keyRow(key, made.has(key)) ?? []),
    )
    return [
      ...personIds.map((subjectId) => ({ what: 'person' as const, subjectId })),
      ...planned.flatMap(({ address, personId }) => {
        // Of an address that is planned for two, the first has it.
        if (!added.delete(address)) return []
        return [{ what: 'address' as const, subjectId: personId, word: address }]
      }),
      ...keys.map(({ key, personId }) => ({ what: 'key' as const, subjectId: personId, word: key })),
    ]
  }

  #planned({ key, name, title, isGuest, isBot }: ArchivedPerson): PlannedPerson {
    return {
      id: this.#ids.get(key) ?? idOf<PersonId>(`${this.#setting.source}:person`, key, NO_INSTANT),
      externalKey: undefined,
      name: storable(name) || 'Unknown',
      title: title === undefined ? undefined : storable(title),
      unit: undefined,
      location: undefined,
      country: undefined,
      timeZone: undefined,
      languages: [],
      roles: isGuest ? ['guest'] : [],
      isActive: false,
      isAutomatic: isBot,
      at: this.#setting.at,
    }
  }

  /**
   * An archive says which addresses somebody has when it is the first to speak of them, and when it can show why.
   * Else whoever makes an archive could give themselves an address of somebody known, and sign in with it.
   */
  #addressesOf(person: ArchivedPerson, isFresh: boolean): PlannedAddress[] {
    const personId = this.#ids.get(person.key)
    if (personId === undefined) return []
    return person.addresses.flatMap((address, rank) => {
      const evidence = this.#setting.merges.evidenceOf(person.key, address)
      if (!isFresh && evidence === undefined) return []
      const isPreferred = isFresh && rank === 0
      return { address, personId, isPreferred, evidence, at: this.#setting.at }
    })
  }

  /** People of the chart are found by the chart. */
  #keyRow(key: string, isMade: boolean): PersonKeyRow | undefined {
    const personId = this.#ids.get(key)
    if (personId === undefined || this.#setting.chartIds.has(key)) return undefined
    return { key: storable(key), personId, isMade }
  }
}
