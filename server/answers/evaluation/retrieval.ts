// How well relevant questions are found. Pure.

/** Places in the corpus, best first. */
export type Found = { places: readonly number[]; relevant: ReadonlySet<number> }

export type Retrieval = {
  /** The share of queries with a relevant question among the first 1, 5 and 10. */
  recallAt1: number
  recallAt5: number
  recallAt10: number
  /** The mean of one over the place of the first relevant question, nothing where it is past the tenth. */
  reciprocalRank: number
}

const DEEPEST = 10

/** Of queries that have something relevant. */
export function retrievalOf(found: readonly Found[]): Retrieval {
  const ranks = found.map(({ places, relevant }) => {
    const at = places.slice(0, DEEPEST).findIndex((place) => relevant.has(place))
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1
  })
  const share = (most: number) => shareOf(ranks.filter((rank) => rank <= most).length, ranks.length)
  return {
    recallAt1: share(1),
    recallAt5: share(5),
    recallAt10: share(DEEPEST),
    reciprocalRank: ranks.reduce((sum, rank) => sum + 1 / rank, 0) / Math.max(1, ranks.length),
  }
}

export function shareOf(some: number, all: number): number {
  return all === 0 ? 0 : some / all
}

/** The value that so many per cent are at or below, by nearest rank. */
export function percentile(values: readonly number[], perCent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((perCent / 100) * sorted.length) - 1)] ?? Number.NaN
}
