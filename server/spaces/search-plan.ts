// How much is read for an answer. Rare words choose what is weighed; common ones only add to it, unless there are no
// others: then the newest days are looked through, as many as it takes. So an answer costs about the same in a network
// of any size. Pure.
import type { Statistics, WordGroup } from './search-words.ts'

/** So many posts and replies are read for one answer by the words that choose them. */
export const READ_MAX = 2000
/** Where all words are common, so many finds should be among the newest days. */
const COMMON_WANTED = 500
/** Words that are looked for beside those that were typed weigh half. */
const MENDED_WEIGHT = 0.5

/** A word, and perhaps those that may have been meant by it. */
export type MendedGroup = WordGroup & { mended?: readonly string[] }

/** One look into the index of words. */
export type Scan = {
  query: string
  /** The places of the words that everything it finds is found by. */
  places: readonly number[]
  weight: number
  /** The share of all that was said, from the newest on, in which to look; 1 is everything. */
  share: number
}

export type Plan = {
  scans: Scan[]
  /** Places of words whose finds the scans give completely; the others are looked for in what was found. */
  countedPlaces: Set<number>
}

/** Plans the reading for words of which at least one is not excluded. */
export function planSearch(groups: readonly MendedGroup[], statistics: Statistics): Plan {
  const wanted = groups.filter(({ isExcluded }) => !isExcluded).toSorted((a, b) => a.saidCount - b.saidCount)
  const required = wanted.filter(({ isRequired }) => isRequired)
  const excluded = groups.filter(({ isExcluded }) => isExcluded).map(({ queries }) => `!${anyOf(queries)}`)
  const scan = (chosen: readonly WordGroup[], share: number): Scan => ({
    query: [...chosen.map(({ queries }) => anyOf(queries)), ...excluded].join(' & '),
    places: chosen.map(({ place }) => place),
    weight: 1,
    share,
  })
  if (required[0] !== undefined) {
    return { scans: [scan(required, shareFor(required[0].saidCount, statistics))], countedPlaces: new Set() }
  }
  const rare = rarest(wanted)
  if (rare.length > 0) {
    const mended = rare.flatMap((group) =>
      group.mended === undefined || group.mended.length === 0
        ? []
        : [{ ...scan([{ ...group, queries: [...group.mended] }], 1), weight: MENDED_WEIGHT }],
    )
    return {
      scans: [...rare.map((group) => scan([group], 1)), ...mended],
      countedPlaces: new Set(rare.map(({ place }) => place)),
    }
  }
  const [first, second] = wanted
  const scans: Scan[] = first === undefined ? [] : [scan([first], shareFor(first.saidCount, statistics))]
  if (first !== undefined && second !== undefined) {
    const both = (first.saidCount * second.saidCount) / statistics.saidCount
    scans.push(scan([first, second], shareFor(both, statistics)))
  }
  return { scans, countedPlaces: new Set() }
}

/** The rarest words, as many as the budget has room for. */
function rarest(sorted: readonly MendedGroup[]): MendedGroup[] {
  let read = 0
  const chosen: MendedGroup[] = []
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
