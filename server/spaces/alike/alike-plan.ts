// How much is read to find questions like one that is being typed: the rarest of its words choose, until a budget of
// questions is spent; common ones only weigh. So it costs about the same among a million questions. Pure.
import { anyOf } from '../search-plan.ts'
import type { Statistics, WordGroup } from '../search-words.ts'

/** So many questions the choosing words may stand in together. */
const READ_BUDGET = 5000
/** Where the statistics are behind, no more than this is read. */
export const READ_MAX = 3 * READ_BUDGET
/** Where even the rarest word stands in more than this, words are looked for in pairs. */
const COMMON_READ = 4 * READ_BUDGET
/** Words beyond this many say little more. */
const WORDS_MAX = 24
/** Where all words are common, so many of them are taken in pairs. */
const PAIRED_MAX = 4

/** A word with its weight: how rare it is. */
export type WeighedWord = { queries: readonly string[]; weight: number }

export type AlikePlan = {
  words: WeighedWord[]
  /** What the candidates hold. */
  scan: string
}

/** @param groups at least one word */
export function planAlike(groups: readonly WordGroup[], statistics: Statistics): AlikePlan {
  const rarest = groups.toSorted((a, b) => a.saidCount - b.saidCount).slice(0, WORDS_MAX)
  const words = rarest.map(({ queries, saidCount }) => ({ queries, weight: rarity(saidCount, statistics) }))
  return { words, scan: scanOf(rarest) }
}

function scanOf(rarest: readonly WordGroup[]): string {
  const chosen: WordGroup[] = []
  let read = 0
  for (const group of rarest) {
    if (chosen.length > 0 && read + group.saidCount > READ_BUDGET) break
    read += group.saidCount
    chosen.push(group)
  }
  if (read <= COMMON_READ || rarest.length === 1) return anyOf(chosen.flatMap(({ queries }) => queries))
  const common = rarest.slice(0, PAIRED_MAX).map(({ queries }) => anyOf(queries))
  return anyOf(common.flatMap((one, at) => common.slice(at + 1).map((other) => `(${one} & ${other})`)))
}

/** BM25's inverse document frequency, of a count so coarse that nothing one person writes unseen moves it. */
export function rarity(saidCount: number, statistics: Statistics): number {
  const [total, count] = [powerOfTwo(statistics.saidCount), powerOfTwo(saidCount)]
  const standing = Math.min(count, total)
  return Math.log(1 + (total - standing + 0.5) / (standing + 0.5))
}

function powerOfTwo(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, count)))
}
