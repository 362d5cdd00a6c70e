// How much is read for an answer. Rare words choose the candidates; common ones only weigh them, unless there are no
// others: then the newest days are looked through, as many as it takes. So an answer costs about the same in a network
// of any size. Pure.
import type { Statistics, WordGroup } from './search-words.ts'

/** So many posts and replies are read for one answer by the words that choose them. */
export const READ_MAX = 3000
/** Where all words are common, so many candidates should be among the newest days. */
const COMMON_WANTED = 1500

/** One way to choose candidates: a query, and the share of all that was said among which to look; 1 is everything. */
export type Draw = { query: string; share: number }

export type Plan = {
  draws: Draw[]
  /** Places of the groups whose finds are all among the candidates, so that they can be counted there. */
  countedPlaces: Set<number>
}

/** Plans the reading for words of which at least one is not excluded. */
export function planSearch(groups: readonly WordGroup[], statistics: Statistics): Plan {
  const wanted = groups.filter(({ isExcluded }) => !isExcluded).toSorted((a, b) => a.saidCount - b.saidCount)
  const required = wanted.filter(({ isRequired }) => isRequired)
  const also = [
    ...required.map((group) => anyOf(group.queries)),
    ...groups.filter(({ isExcluded }) => isExcluded).map((group) => `!${anyOf(group.queries)}`),
  ]
  const draw = (chosen: readonly string[], share: number) => ({
    query: [...chosen, ...also].join(' & '),
    share,
  })
  const rarestRequired = required[0]
  if (rarestRequired !== undefined) {
    return { draws: [draw([], shareFor(rarestRequired.saidCount, statistics))], countedPlaces: new Set() }
  }
  const rare = rarest(wanted)
  if (rare.length > 0) {
    return {
      draws: [draw([anyOf(rare.flatMap(({ queries }) => queries))], 1)],
      countedPlaces: new Set(rare.map(({ place }) => place)),
    }
  }
  const [first, second] = wanted
  if (first === undefined) return { draws: [], countedPlaces: new Set() }
  const draws = [draw([anyOf(first.queries)], shareFor(first.saidCount, statistics))]
  if (second !== undefined) {
    const both = (first.saidCount * second.saidCount) / statistics.saidCount
    draws.push(draw([anyOf(first.queries), anyOf(second.queries)], shareFor(both, statistics)))
  }
  return { draws, countedPlaces: new Set() }
}

/** The rarest words, as many as the budget has room for. */
function rarest(sorted: readonly WordGroup[]): WordGroup[] {
  let read = 0
  const chosen: WordGroup[] = []
  for (const group of sorted) {
    read += group.saidCount
    if (read > READ_MAX) break
    chosen.push(group)
  }
  return chosen
}

/** Among which share of all that was said enough is found of something that stands in so much of it. */
function shareFor(saidCount: number, statistics: Statistics): number {
  if (saidCount <= READ_MAX) return 1
  return Math.min(1, COMMON_WANTED / Math.min(saidCount, statistics.saidCount))
}

/** A query that is met when any of several is. */
export function anyOf(queries: readonly string[]): string {
  return `(${queries.join(' | ')})`
}
