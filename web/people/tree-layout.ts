// Where everybody stands in the picture of the reporting tree. Pure.
import type { TreeNode } from '#contract/people'

export type Placed = {
  node: TreeNode
  /** 0 at the left. */
  column: number
  /** 0 at the top. */
  row: number
  /** Those below who are shown; nobody when this person is closed. */
  reports: Placed[]
}

/**
 * Places every person who is shown: those whose managers are all open. A manager stands on the row of the first report,
 * so that one meets them before the reports, and whoever shows no reports takes a row alone, so that nobody stands on
 * anybody else.
 * @param nodes people in the order in which siblings are listed; a manager may come after the reports
 */
export function layOutTree(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
): { roots: Placed[]; rows: number; columns: number } {
  const known = new Set(nodes.map(({ id }) => id as string))
  const reports = Map.groupBy(nodes, ({ managerId }) =>
    managerId !== null && known.has(managerId) ? (managerId as string) : '',
  )
  let rows = 0
  let columns = 0
  const place = (node: TreeNode, column: number): Placed => {
    columns = Math.max(columns, column + 1)
    const row = rows
    const below = open.has(node.id) ? (reports.get(node.id) ?? []) : []
    const placed = below.map((report) => place(report, column + 1))
    if (placed.length === 0) rows += 1
    return { node, column, row, reports: placed }
  }
  return { roots: (reports.get('') ?? []).map((root) => place(root, 0)), rows, columns }
}

/** Everybody who is shown, managers before their reports. */
export function everybodyIn(placed: readonly Placed[]): Placed[] {
  return placed.flatMap((each) => [each, ...everybodyIn(each.reports)])
}
