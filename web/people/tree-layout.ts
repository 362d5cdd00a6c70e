// Where everybody stands in the picture of the reporting tree. Pure.
import type { TreeNode } from '#contract/people'

export type Placed = {
  node: TreeNode
  /** 0 at the left. */
  column: number
  /** In rows; a manager stands halfway between the first and the last report, so it may be half a row. */
  row: number
  /** Where the manager stands, if in the picture. */
  from: { column: number; row: number } | undefined
  isOpen: boolean
}

/**
 * Places every person that is shown: those whose managers are all open. Leaves take a row each, so that nobody stands
 * on somebody else, and managers stand in the middle of theirs.
 * @param nodes people in the order in which siblings are listed; a manager may come after the reports
 */
export function layOutTree(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
): { placed: Placed[]; rows: number; columns: number } {
  const known = new Set(nodes.map(({ id }) => id as string))
  const reports = Map.groupBy(nodes, ({ managerId }) =>
    managerId !== null && known.has(managerId) ? (managerId as string) : '',
  )
  const placed = new Map<string, Placed>()
  let rows = 0
  let columns = 0
  const place = (node: TreeNode, column: number): number => {
    columns = Math.max(columns, column + 1)
    const below = open.has(node.id) ? (reports.get(node.id) ?? []) : []
    // Told before its reports, so that a reader goes from the top down.
    const own: Placed = { node, column, row: 0, from: undefined, isOpen: below.length > 0 }
    placed.set(node.id, own)
    if (below.length === 0) {
      own.row = rows
      rows += 1
    } else {
      const places = below.map((report) => place(report, column + 1))
      own.row = ((places[0] ?? 0) + (places.at(-1) ?? 0)) / 2
    }
    for (const report of below) {
      const at = placed.get(report.id)
      if (at !== undefined) at.from = { column, row: own.row }
    }
    return own.row
  }
  for (const root of reports.get('') ?? []) place(root, 0)
  return { placed: [...placed.values()], rows, columns }
}
