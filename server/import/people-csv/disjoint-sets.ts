// Union-find with path halving: joining things one pair at a time, and asking what hangs together.

export type DisjointSets = {
  /** Joins the sets of two things; false when they were one already. */
  join(a: number, b: number): boolean
  /** Every set with its members in order, the sets in the order of their first members. */
  all(): number[][]
}

/** The numbers below `size`, each in a set of its own. */
export function disjointSets(size: number): DisjointSets {
  const parents = Array.from({ length: size }, (_, thing) => thing)
  const parentOf = (thing: number) => parents[thing] ?? thing
  const rootOf = (thing: number) => {
    let root = thing
    while (parentOf(root) !== root) {
      parents[root] = parentOf(parentOf(root))
      root = parentOf(root)
    }
    return root
  }
  return {
    join(a, b) {
      const [first, second] = [rootOf(a), rootOf(b)]
      parents[Math.max(first, second)] = Math.min(first, second)
      return first !== second
    },
    all() {
      const members = new Map<number, number[]>()
      for (const thing of parents.keys()) {
        const root = rootOf(thing)
        const known = members.get(root)
        if (known) known.push(thing)
        else members.set(root, [thing])
      }
      return [...members.values()]
    },
  }
}
