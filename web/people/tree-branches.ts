// The part of the reporting tree that is shown, grown from the levels fetched so far. The list and the picture are both
// drawn from these branches, so that they cannot differ. Pure.
import type { TreeLevel, TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'

/** The most that a level shows at first; as many places are held while it is on its way. */
const FIRST_SHOWN_MAX = 20

export type Branch = {
  node: TreeNode
  isOpen: boolean
  /** Those below who are shown; nobody when the branch is folded. */
  branches: Branch[]
  /** How many places are held for reports who are on their way. */
  waiting: number
  /** How many further reports are folded away at the end of the level. */
  more: number
}

export type Known = {
  /** The beginning of the tree: those who report to nobody. */
  tops: readonly TreeNode[]
  levels: ReadonlyMap<PersonId, TreeLevel>
  /** People who must be shown with their managers, wherever on their level they stand. */
  pinned: readonly TreeNode[]
}

/** Grows the branches of everybody who is open; a person met a second time on one line, in a broken chart, stays folded. */
export function growTree(known: Known, open: ReadonlySet<PersonId>): Branch[] {
  const managers = [...known.levels.values()].map(({ manager }) => manager)
  const pinned = new Map([...known.pinned, ...managers].map((node) => [node.id, node]))
  const pinnedBelow = Map.groupBy(pinned.values(), ({ managerId }) => managerId)
  const grow = (node: TreeNode, line: ReadonlySet<PersonId>): Branch => {
    const isOpen = open.has(node.id) && node.reportCount > 0 && !line.has(node.id)
    if (!isOpen) return { node, isOpen, branches: [], waiting: 0, more: 0 }
    const level = known.levels.get(node.id)
    const reports = distinct([...(level?.reports ?? []), ...(pinnedBelow.get(node.id) ?? [])])
    const counted = reports.filter(({ isActive }) => isActive).length
    const waiting =
      level === undefined ? Math.max(Math.min(node.reportCount, FIRST_SHOWN_MAX) - counted, 0) : 0
    const further = new Set([...line, node.id])
    return {
      node,
      isOpen,
      branches: reports.map((report) => grow(report, further)),
      waiting,
      more: level === undefined || level.nextCursor === null ? 0 : Math.max(node.reportCount - counted, 0),
    }
  }
  const reachable = new Set([...known.tops, ...pinned.values()].map(({ id }) => id))
  // Whose manager is nowhere in sight begins a tree; one that leads round in a circle begins at whoever was asked for.
  const strays = known.pinned.filter(({ managerId }) => managerId === null || !reachable.has(managerId))
  const roots = distinct([...known.tops, ...strays])
  return (roots.length > 0 ? roots : known.pinned.slice(0, 1)).map((root) => grow(root, new Set()))
}

/** Everybody who is shown, managers before their reports. */
export function everybodyOn(branches: readonly Branch[]): Branch[] {
  return branches.flatMap((branch) => [branch, ...everybodyOn(branch.branches)])
}

function distinct(nodes: readonly TreeNode[]): TreeNode[] {
  return [...new Map(nodes.map((node) => [node.id, node])).values()]
}
