// Brings people and the reporting tree in from a people file, or says what that would change.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { PersonId, Role } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import {
  addAddresses,
  confirmAddresses,
  deactivateLeavers,
  listEverybody,
  lockPeople,
  type NetworkPerson,
  setManagers,
  upsertPeople,
} from '#rooms/people'
import type { KnownPerson } from './people-csv/known-people.ts'
import type { ReportLine } from './people-csv/person-row.ts'
import { type PeoplePlan, type PlannedPerson, planPeople } from './people-csv/plan-people.ts'
import { type PeopleFile, readPeopleCsv } from './people-csv/read-people-csv.ts'
import { requireOwnNetwork } from './require-own-network.ts'
import { listMadePeople, saveArchive } from './store.ts'
import { whyNotReadable } from './why-not-readable.ts'

/** Tells the keys of people files from all other external keys. */
const KEY_PREFIX = 'people:'

export type PeopleImport = {
  db: Db
  path: string
  isApplied: boolean
  marksLeavers: boolean
  at: Temporal.Instant
  /** An import that was prepared; else a fresh one is noted. */
  id?: string | undefined
}

export type PeopleOutcome = Pick<PeopleFile, 'encoding' | 'recognisedColumns'> & {
  file: string
  isApplied: boolean
  marksLeavers: boolean
  plan: PeoplePlan
  lines: ReportLine[]
}

/**
 * Reads a people file and plans what it changes; applies the plan when asked, all of it or nothing. The plan that is
 * applied is made while nobody else can change the tree, so it never closes a circle.
 * @throws UnreadableArchive with a sentence when the file is no people file
 */
export async function importPeople(wanted: PeopleImport): Promise<PeopleOutcome> {
  const file = await readPeopleCsv(createReadStream(wanted.path)).catch((error: unknown) => {
    throw whyNotReadable(error, wanted.path)
  })
  const plan = wanted.isApplied
    ? await wanted.db.transaction().execute((db) => apply({ ...wanted, db }, file))
    : await planFor(wanted, file)
  return {
    file: basename(wanted.path),
    isApplied: wanted.isApplied,
    marksLeavers: wanted.marksLeavers,
    encoding: file.encoding,
    recognisedColumns: file.recognisedColumns,
    plan,
    lines: [...file.lines, ...plan.report.lines],
  }
}

async function planFor({ db, marksLeavers }: PeopleImport, { rows }: PeopleFile): Promise<PeoplePlan> {
  return planPeople(rows, await knownPeople(db), { markLeavers: marksLeavers })
}

async function apply(wanted: PeopleImport, file: PeopleFile): Promise<PeoplePlan> {
  const { db, at } = wanted
  await lockPeople(db)
  await requireOwnNetwork(db)
  const plan = await planFor(wanted, file)
  const roles = await rolesAfter(db, plan.people)
  const ids = new Map(
    plan.people.map(({ key, existingId }) => [key, (existingId as PersonId) ?? newId<PersonId>(at)]),
  )
  const idOfKey = (key: string) => ids.get(key) ?? missing(key)
  await upsertPeople(
    db,
    plan.people.map(({ key, addresses, manager, seats, ...person }) => ({
      ...person,
      id: idOfKey(key),
      externalKey: `${KEY_PREFIX}${key}`,
      roles: roles.get(key),
      isAutomatic: false,
      at,
    })),
  )
  const addressed = plan.people.map(({ key, addresses }) => ({ personId: idOfKey(key), addresses }))
  await addAddresses(
    db,
    addressed.flatMap(({ personId, addresses }) =>
      addresses.map((address) => ({ address, personId, isPreferred: false, evidence: undefined, at })),
    ),
  )
  await confirmAddresses(db, inFile(addressed, file))
  await setManagers(
    db,
    plan.people.map(({ key, manager }) => ({
      personId: idOfKey(key),
      managerId: managerIdOf(manager, idOfKey),
    })),
  )
  if (wanted.marksLeavers) await deactivateLeavers(db, { keyPrefix: KEY_PREFIX, present: [...ids.values()] })
  await note(wanted, plan)
  return plan
}

/** What an archive had shown of a person stays as it was shown, unless the file says the same. */
function inFile<T extends { addresses: readonly string[] }>(people: readonly T[], { rows }: PeopleFile): T[] {
  const said = new Set(rows.flatMap(({ addresses }) => addresses))
  return people.map((person) => ({
    ...person,
    addresses: person.addresses.filter((address) => said.has(address)),
  }))
}

function managerIdOf(manager: PlannedPerson['manager'], idOfKey: (key: string) => PersonId): PersonId | null {
  if (manager === undefined) return null
  return 'key' in manager ? idOfKey(manager.key) : (manager.existingId as PersonId)
}

function missing(key: string): never {
  throw new Error(`the plan names ${key} and does not hold it`)
}

/** A guest has no other role, so somebody with one does not become a guest because a file says so. */
async function rolesAfter(db: Db, people: readonly PlannedPerson[]): Promise<Map<string, Role[]>> {
  const before = new Map((await listEverybody(db)).map(({ id, roles }) => [id as string, roles]))
  return new Map(
    people.map(({ key, existingId, isGuest }) => {
      const others = (before.get(existingId ?? '') ?? []).filter((role) => role !== 'guest')
      return [key, isGuest && others.length === 0 ? ['guest' as const] : others]
    }),
  )
}

async function knownPeople(db: Db): Promise<KnownPerson[]> {
  const made = await listMadePeople(db)
  return (await listEverybody(db))
    .filter(({ isAutomatic }) => !isAutomatic)
    .map((person) => asKnown(person, made))
}

function asKnown(person: NetworkPerson, made: ReadonlySet<PersonId>): KnownPerson {
  const { externalKey, managerId, roles, isActive, id } = person
  const isFromFile = externalKey?.startsWith(KEY_PREFIX) ?? false
  return {
    ...{ id, name: person.name, addresses: person.addresses, languages: person.languages },
    externalKey: isFromFile ? externalKey?.slice(KEY_PREFIX.length) : undefined,
    managerId: managerId ?? undefined,
    // Whoever is known from an archive alone was never sent away, so the file's naming them brings them in.
    isActive: isActive || (made.has(id) && !isFromFile),
    isGuest: roles.includes('guest'),
    title: person.title ?? undefined,
    unit: person.unit ?? undefined,
    location: person.location ?? undefined,
    country: person.country ?? undefined,
    timeZone: person.timeZone ?? undefined,
  }
}

/** A people file holds no messages; its rows are counted in their place. */
async function note(
  { db, path, at, id = newId<string>(at) }: PeopleImport,
  { report }: PeoplePlan,
): Promise<void> {
  const { counts } = report
  await saveArchive(db, {
    ...{ id, source: 'people', file: basename(path), startedAt: at },
    finishedAt: at,
    found: counts.rows,
    fresh: counts.added,
    known: counts.changed + counts.unchanged + counts['further-seat'],
    skipped: counts.skipped,
    skippedBy:
      counts.skipped === 0 ? [] : [{ reason: 'rows that name nobody or repeat', count: counts.skipped }],
    lossyBy: countsByCode(report.lines),
  })
}

function countsByCode(lines: readonly ReportLine[]): { reason: string; count: number }[] {
  const warnings = lines.filter(({ severity }) => severity !== 'info')
  return [...Map.groupBy(warnings, ({ code }) => code)].map(([code, { length }]) => ({
    reason: code.replaceAll('-', ' '),
    count: length,
  }))
}
