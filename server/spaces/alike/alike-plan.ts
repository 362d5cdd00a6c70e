// How much is read to find questions like one that is being typed: the rarest of its words choose, until a budget of
// questions is spent; common ones only weigh. So it costs about the same among a million questions. Pure.
import { anyOf } from '../search-plan.ts'
import type { Statistics, WordGroup } from '../search-words.ts'

/** So many questions the choosing words may stand in together. */
const READ_BUDGET = 1000
/** No more than this is read by one scan, where words stand in more or the statistics are behind. */
export const READ_MAX = 1500
/** Where so many were found, no wider scan is made: what it finds shares fewer words with what is typed. */
export const ENOUGH = 30
/** Words beyond this many say little more. */
const WORDS_MAX = 24
/** Where all words are common, so many of them choose together. */
const TOGETHER_MAX = 4

/** A word with its weight: how rare it is. */
export type WeighedWord = { queries: readonly string[]; weight: number }

export type AlikePlan = {
  words: WeighedWord[]
  /** What the candidates hold: the narrowest first, each of the others for where those before it found too few. */
  scans: string[]
}

/** @param groups at least one word */
export function planAlike(groups: readonly WordGroup[], statistics: Statistics): AlikePlan {
  const rarest = groups.toSorted((a, b) => a.saidCount - b.saidCount).slice(0, WORDS_MAX)
  const words = rarest.map(({ queries, saidCount }) => ({ queries, weight: rarity(saidCount, statistics) }))
  return { words, scans: scansOf(rarest, statistics) }
}

function scansOf(rarest: readonly WordGroup[], statistics: Statistics): string[] {
  const chosen: WordGroup[] = []
  let read = 0
  for (const group of rarest) {
    if (chosen.length > 0 && read + group.saidCount > READ_BUDGET) break
    read += group.saidCount
    chosen.push(group)
  }
  const alone = anyOf(chosen.flatMap(({ queries }) => queries))
  return read <= READ_BUDGET ? [alone] : [...scansTogether(rarest.slice(0, TOGETHER_MAX), statistics), alone]
}

/**
 * The rarest word with two of the others, where it likely stands with one of them too often to read all of it, and with
 * one. It stands in all scans, as the index is read along the rarest word that must be there.
 */
function scansTogether([first, ...others]: readonly WordGroup[], statistics: Statistics): string[] {
  if (first === undefined || others.length === 0) return []
  const [rarest, ...each] = [first, ...others].map(({ queries }) => anyOf(queries))
  const withOne = allOf([rarest ?? '', anyOf(each)])
  const share = others.reduce((sum, { saidCount }) => sum + saidCount, 0) / Math.max(1, statistics.saidCount)
  if (others.length === 1 || first.saidCount * share <= READ_MAX) return [withOne]
  const two = each.flatMap((one, at) => each.slice(at + 1).map((other) => allOf([one, other])))
  return [allOf([rarest ?? '', anyOf(two)]), withOne]
}

function allOf(queries: readonly string[]): string {
  return `(${queries.join(' & ')})`
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
