// The reporting tree as pure arithmetic: who stands how far from whom, and by which way. Every walk here ends
// even if the tree it is given holds a circle, because a picture of an organisation may be wrong.

/** Everybody and their manager; undefined for those who report to nobody. A manager outside the map counts as none. */
export type ReportingTree<Id extends string> = ReadonlyMap<Id, Id | undefined>

/** Steps from a person up to the top of their tree: 0 at the top. Undefined for someone outside the tree. */
export function depthOf<Id extends string>(tree: ReportingTree<Id>, person: Id): number | undefined {
  return tree.has(person) ? lineUp(tree, person).length - 1 : undefined
}

/**
 * Steps between two people, up to their nearest common manager and down again: depth(a) + depth(b) − 2·depth(of
 * that manager). 0 for one and the same person; undefined when no tree holds both.
 */
export function distance<Id extends string>(tree: ReportingTree<Id>, a: Id, b: Id): number | undefined {
  const path = pathBetween(tree, a, b)
  return path && path.length - 1
}

/** The people from `a` up to the nearest common manager and down to `b`, both included; undefined when no tree holds both. */
export function pathBetween<Id extends string>(tree: ReportingTree<Id>, a: Id, b: Id): Id[] | undefined {
  if (!tree.has(a) || !tree.has(b)) return undefined
  const up = lineUp(tree, a)
  const down = lineUp(tree, b)
  const stepsDown = new Map(down.map((person, steps) => [person, steps]))
  let shortest: { stepsUp: number; stepsDown: number } | undefined
  // In a tree the first meeting is the nearest; only in a circle can a later one be nearer.
  for (const [stepsUp, person] of up.entries()) {
    const steps = stepsDown.get(person)
    if (steps === undefined) continue
    if (!shortest || stepsUp + steps < shortest.stepsUp + shortest.stepsDown) {
      shortest = { stepsUp, stepsDown: steps }
    }
  }
  if (!shortest) return undefined
  return [...up.slice(0, shortest.stepsUp + 1), ...down.slice(0, shortest.stepsDown).reverse()]
}

/** How many steps of a path lead up, each from somebody to their manager; the rest lead down. */
export function stepsUpOf<Id extends string>(tree: ReportingTree<Id>, path: readonly Id[]): number {
  const turn = path.findIndex(
    (person, step) => path[step + 1] === undefined || tree.get(person) !== path[step + 1],
  )
  return Math.max(turn, 0)
}

/** Everybody who reports to a person, directly or through others, nearest first; without the person. */
export function linesUnder<Id extends string>(tree: ReportingTree<Id>, person: Id): ReadonlySet<Id> {
  const reports = reportsByManager(tree)
  const under = new Set<Id>()
  const waiting = [person]
  for (const manager of waiting) {
    for (const report of reports.get(manager) ?? []) {
      if (report === person || under.has(report)) continue
      under.add(report)
      waiting.push(report)
    }
  }
  return under
}

function lineUp<Id extends string>(tree: ReportingTree<Id>, person: Id): Id[] {
  const line = new Set<Id>()
  let next: Id | undefined = person
  while (next !== undefined && tree.has(next) && !line.has(next)) {
    line.add(next)
    next = tree.get(next)
  }
  return [...line]
}

function reportsByManager<Id extends string>(tree: ReportingTree<Id>): Map<Id, Id[]> {
  const reports = new Map<Id, Id[]>()
  for (const [person, manager] of tree) {
    if (manager === undefined) continue
    const known = reports.get(manager)
    if (known) known.push(person)
    else reports.set(manager, [person])
  }
  return reports
}
