// Puts rows together that are several seats of one person, and says which rows are nobody.

import { type DisjointSets, disjointSets } from './disjoint-sets.ts'
import { foldName, vacancyOf } from './names.ts'
import type { PersonRow, ReportLine } from './person-row.ts'
import { holderOf, type SeatHolder, withUniqueKeys } from './seat-holder.ts'
import { namesakeLines, severalSeatsLines, sharedReferenceLines, vacancyLines } from './seat-lines.ts'

export type Seating = {
  /** In the order of the file. */
  holders: SeatHolder[]
  /** Rows that are left out; each has an entry in `lines` that says why. */
  skippedRows: number[]
  lines: ReportLine[]
}

/**
 * Two rows are one person when they share an address, a reference and a name, or a name together with evidence: the
 * same manager in another position, or one seat reporting to the other.
 */
export function seatPeople(rows: readonly PersonRow[]): Seating {
  const { usable, skippedRows, lines } = withoutNobody(rows)
  const groups = disjointSets(usable.length)
  joinByAddress(usable, groups, lines)
  joinByReference(usable, groups)
  joinByName(usable, groups)
  const holders = withUniqueKeys(groups.all().map((positions) => holderOf(rowsAt(usable, positions))))
  return {
    holders,
    skippedRows,
    lines: [
      ...lines,
      ...holders.flatMap(severalSeatsLines),
      ...holders.flatMap(vacancyLines),
      ...sharedReferenceLines(holders),
      ...namesakeLines(holders),
    ],
  }
}

function withoutNobody(rows: readonly PersonRow[]) {
  const usable: PersonRow[] = []
  const skippedRows: number[] = []
  const lines: ReportLine[] = []
  const seen = new Map<string, number>()
  const skip = (row: number, line: Omit<ReportLine, 'row'>) => {
    skippedRows.push(row)
    lines.push({ row, ...line })
  }
  for (const row of rows) {
    const { row: number, ...said } = row
    const earlier = seen.get(JSON.stringify(said))
    if (namesNobody(row)) {
      skip(number, {
        severity: 'error',
        code: 'nobody-named',
        sentence: 'The row has no name, no address and no reference, so it is nobody. It was left out.',
      })
    } else if (earlier !== undefined && isSomebody(row)) {
      skip(number, {
        severity: 'warning',
        code: 'repeated-row',
        sentence: `The row repeats row ${earlier} word for word and was left out.`,
      })
    } else {
      seen.set(JSON.stringify(said), number)
      usable.push(row)
    }
  }
  return { usable, skippedRows, lines }
}

function namesNobody({ id, name, addresses, title, unit }: PersonRow): boolean {
  return id === undefined && addresses.length === 0 && vacancyOf(name) !== undefined && !title && !unit
}

// Two vacant posts may well read the same; one person does not need to be said twice.
function isSomebody({ id, name, addresses }: PersonRow): boolean {
  return id !== undefined || addresses.length > 0 || vacancyOf(name) === undefined
}

function joinByAddress(rows: PersonRow[], groups: DisjointSets, lines: ReportLine[]): void {
  const holders = new Map<string, number>()
  for (const [position, row] of rows.entries()) {
    for (const address of row.addresses) {
      const first = holders.get(address)
      const other = first === undefined ? undefined : rows[first]
      if (first === undefined || other === undefined) {
        holders.set(address, position)
        continue
      }
      groups.join(first, position)
      if (foldName(other.name) === foldName(row.name)) continue
      // Whoever reads the mail of an address can sign in with it, so it cannot be two people's.
      lines.push({
        row: row.row,
        severity: 'warning',
        code: 'address-shared',
        sentence: `${address} stands in row ${other.row} under another name. An address is one person's, so both rows became one person.`,
      })
    }
  }
}

function joinByReference(rows: PersonRow[], groups: DisjointSets): void {
  const holders = new Map<string, number>()
  for (const [position, row] of rows.entries()) {
    if (row.id === undefined || vacancyOf(row.name)) continue
    const key = `${row.id}\n${foldName(row.name)}`
    const first = holders.get(key)
    if (first === undefined) holders.set(key, position)
    else groups.join(first, position)
  }
}

function joinByName(rows: PersonRow[], groups: DisjointSets): void {
  const named = {
    id: new Map<string, number>(),
    address: new Map<string, number>(),
    name: new Map<string, number>(),
  }
  for (const [position, { id, addresses, name }] of rows.entries()) {
    if (id !== undefined && !named.id.has(id)) named.id.set(id, position)
    for (const address of addresses) if (!named.address.has(address)) named.address.set(address, position)
    if (!named.name.has(foldName(name))) named.name.set(foldName(name), position)
  }
  const byNameAndManager = new Map<string, number[]>()
  for (const [position, { name, manager }] of rows.entries()) {
    if (!manager || vacancyOf(name)) continue
    const folded = foldName(name)
    const above = named[manager.by].get(manager.by === 'name' ? foldName(manager.value) : manager.value)
    if (above !== undefined && foldName(rows[above]?.name ?? '') === folded) groups.join(above, position)
    const key = [folded, manager.by, manager.value].join('\n')
    const known = byNameAndManager.get(key)
    if (known) known.push(position)
    else byNameAndManager.set(key, [position])
  }
  for (const positions of byNameAndManager.values()) {
    const [first = 0, ...others] = positions
    if (!areDifferentPositions(rowsAt(rows, positions))) continue
    for (const other of others) groups.join(first, other)
  }
}

// Namesakes in one team mostly do the same work, while nobody holds the same position twice.
function areDifferentPositions(rows: PersonRow[]): boolean {
  return new Set(rows.map(({ title, unit }) => `${title}\n${unit}`)).size === rows.length
}

function rowsAt(rows: PersonRow[], positions: number[]): PersonRow[] {
  return positions.flatMap((position) => rows[position] ?? [])
}
