// Where everybody stands in the picture of the reporting tree. Pure.
import type { Branch } from './tree-branches.ts'

/** A place in the picture: columns from the left and rows from the top, from 0. */
type Place = { column: number; row: number }

export type Placed = Place & {
  branch: Branch
  reports: Placed[]
  /** Places held for reports on their way. */
  waiting: Place[]
  /** Where the rest of a wide level is folded away. */
  fold: Place | undefined
}

/**
 * Places every person who is shown. A manager stands on the row of the first report, so that one meets them before the
 * reports and nothing above moves when they unfold; whoever shows no reports takes a row alone, so that nobody stands
 * on anybody else.
 */
export function layOutTree(roots: readonly Branch[]): { roots: Placed[]; rows: number; columns: number } {
  let rows = 0
  let columns = 0
  const takeRow = (column: number): Place => {
    columns = Math.max(columns, column + 1)
    rows += 1
    return { column, row: rows - 1 }
  }
  const place = (branch: Branch, column: number): Placed => {
    columns = Math.max(columns, column + 1)
    const row = rows
    const reports = branch.branches.map((report) => place(report, column + 1))
    const waiting = Array.from({ length: branch.waiting }, () => takeRow(column + 1))
    const fold = branch.more > 0 ? takeRow(column + 1) : undefined
    if (rows === row) rows += 1
    return { branch, column, row, reports, waiting, fold }
  }
  return { roots: roots.map((root) => place(root, 0)), rows, columns }
}

/** Everybody who is placed, managers before their reports. */
export function everybodyIn(placed: readonly Placed[]): Placed[] {
  return placed.flatMap((each) => [each, ...everybodyIn(each.reports)])
}
