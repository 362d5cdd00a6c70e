// What a people file would change in the network, worked out before anything is changed.
import { type KnownPerson, recognisePeople } from './known-people.ts'
import { changedFieldsOf, detailsOf, type PersonDetails, type PersonField } from './person-details.ts'
import type { PersonRow, ReportLine } from './person-row.ts'
import { type PlannedManager, reportingLines } from './reporting-lines.ts'
import { addressesOf, type SeatHolder } from './seat-holder.ts'
import { seatPeople } from './seats.ts'

export type Seat = {
  row: number
  id: string | undefined
  title: string | undefined
  unit: string | undefined
}

/** A person as they should be after the import; what the file leaves open stays as it is in the network. */
export type PlannedPerson = PersonDetails & {
  /** Unique in the plan and the same at every reading; to be kept as the person's external key. */
  key: string
  existingId: string | undefined
  outcome: 'added' | 'changed' | 'unchanged'
  changedFields: PersonField[]
  manager: PlannedManager | undefined
  /** The main seat first. */
  seats: Seat[]
}

/** Somebody whom an earlier people file named and this one does not. */
export type Leaver = { id: string; name: string; becomesInactive: boolean }

export type RowOutcome = 'added' | 'changed' | 'unchanged' | 'further-seat' | 'skipped'

export type PeopleReport = {
  /** One remark or more on the rows that need any, by row. */
  lines: ReportLine[]
  /** What became of each row: exactly one thing. */
  rows: { row: number; outcome: RowOutcome }[]
  counts: Record<RowOutcome, number> & { rows: number; people: number; leavers: number; atTheTop: number }
}

export type PeoplePlan = { people: PlannedPerson[]; leavers: Leaver[]; report: PeopleReport }

/**
 * Plans an import: who is added or changed and in what, who left, and who reports to whom. Whatever the rows say,
 * the managers of the plan and of the network together form a forest.
 * @param existing everybody in the network
 * @param options `markLeavers` plans to mark those inactive whom this file no longer names; else they are listed only
 */
export function planPeople(
  rows: readonly PersonRow[],
  existing: readonly KnownPerson[],
  options: { markLeavers?: boolean } = {},
): PeoplePlan {
  const { holders, skippedRows, lines: seatLines } = seatPeople(rows)
  const { knownByKey, lines: knownLines } = recognisePeople(holders, existing)
  const reporting = reportingLines({ holders, known: existing, knownByKey })
  const keyByExistingId = new Map([...knownByKey].map(([key, { id }]) => [id, key]))
  const addressLines: ReportLine[] = []
  const ownerOf = ownersOf(existing)
  const people = holders.map((holder): PlannedPerson => {
    const known = knownByKey.get(holder.key)
    const manager = reporting.managers.get(holder.key)
    const { addresses, lines } = addressesIn(holder, known, ownerOf)
    addressLines.push(...lines)
    const details = detailsOf({ holder, known, addresses })
    const managerBefore = managerIn(known, keyByExistingId)
    const changedFields = known ? changedFieldsOf(known, details) : []
    if (known && !isSameManager(manager, managerBefore)) changedFields.push('manager')
    if (known && known.externalKey !== holder.key) changedFields.push('key')
    return {
      ...details,
      key: holder.key,
      existingId: known?.id,
      outcome: known ? (changedFields.length > 0 ? 'changed' : 'unchanged') : 'added',
      changedFields,
      manager,
      seats: [holder.main, ...holder.further].map(({ row, id, title, unit }) => ({ row, id, title, unit })),
    }
  })
  const leavers = leaversOf(existing, new Set(knownByKey.values()), options)
  const lines = [
    ...seatLines,
    ...knownLines,
    ...reporting.lines,
    ...addressLines,
    ...awayLines(holders, knownByKey),
  ]
  return { people, leavers, report: reportOf({ people, leavers, lines, skippedRows }) }
}

type OwnerOf = (address: string) => KnownPerson | undefined

function ownersOf(existing: readonly KnownPerson[]): OwnerOf {
  const owners = new Map(existing.flatMap((person) => person.addresses.map((address) => [address, person])))
  return (address) => owners.get(address)
}

// An address that is somebody else's in the network stays theirs: with it one signs in.
function addressesIn(holder: SeatHolder, known: KnownPerson | undefined, ownerOf: OwnerOf) {
  const addresses: string[] = []
  const lines: ReportLine[] = []
  for (const address of addressesOf(holder)) {
    const owner = ownerOf(address)
    if (!owner || owner === known) addresses.push(address)
    else {
      const sentence = `${address} belongs to ${owner.name} in the network and stays with them.`
      lines.push({ row: holder.main.row, severity: 'warning', code: 'address-taken', sentence })
    }
  }
  return { addresses, lines }
}

function managerIn(
  known: KnownPerson | undefined,
  keys: ReadonlyMap<string, string>,
): PlannedManager | undefined {
  if (known?.managerId === undefined) return undefined
  const key = keys.get(known.managerId)
  return key === undefined ? { existingId: known.managerId } : { key }
}

function isSameManager(a: PlannedManager | undefined, b: PlannedManager | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function leaversOf(
  existing: readonly KnownPerson[],
  named: ReadonlySet<KnownPerson>,
  { markLeavers = false }: { markLeavers?: boolean },
): Leaver[] {
  return existing
    .filter((person) => person.externalKey !== undefined && person.isActive && !named.has(person))
    .map(({ id, name }) => ({ id, name, becomesInactive: markLeavers }))
}

// A file without a status column must not bring back somebody whom an administrator sent away.
function awayLines(
  holders: readonly SeatHolder[],
  knownByKey: ReadonlyMap<string, KnownPerson>,
): ReportLine[] {
  return holders
    .filter(({ key, isVacant, main, further }) => {
      const isSilent = [main, ...further].every(({ isActive }) => isActive === undefined)
      return !isVacant && isSilent && knownByKey.get(key)?.isActive === false
    })
    .map(({ name, main }) => ({
      row: main.row,
      severity: 'info',
      code: 'stays-inactive',
      sentence: `${name} is inactive in the network. The file does not say otherwise, so that stays.`,
    }))
}

function reportOf(given: {
  people: readonly PlannedPerson[]
  leavers: readonly Leaver[]
  lines: readonly ReportLine[]
  skippedRows: readonly number[]
}): PeopleReport {
  const { people, leavers, skippedRows } = given
  const rows: PeopleReport['rows'] = [
    ...people.flatMap(({ seats, outcome }) =>
      seats.map(({ row }, place) => ({ row, outcome: place === 0 ? outcome : ('further-seat' as const) })),
    ),
    ...skippedRows.map((row) => ({ row, outcome: 'skipped' as const })),
  ].toSorted((a, b) => a.row - b.row)
  const count = (outcome: RowOutcome) => rows.filter((row) => row.outcome === outcome).length
  return {
    lines: given.lines.toSorted((a, b) => a.row - b.row),
    rows,
    counts: {
      rows: rows.length,
      people: people.length,
      added: count('added'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      'further-seat': count('further-seat'),
      skipped: count('skipped'),
      leavers: leavers.length,
      atTheTop: people.filter(({ manager }) => !manager).length,
    },
  }
}
