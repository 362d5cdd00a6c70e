// How much alike two questions are. Pure; what was chosen by measuring is told in docs/quality.md.
import type { Statistics } from '../search-words.ts'
import { rarity, type WeighedWord } from './alike-plan.ts'

/** What a question that stands has in common with what is typed. */
export type Shared = {
  /** The weights of the typed words that it asks with, and of those that stand anywhere in it. */
  held: number
  anywhere: number
  /** Of how many words its question is. */
  length: number
  /** The share of their letters in threes that both have; 0 to 1. */
  sameLetters: number
  /** The other words of its question, each with in how much of all that was said it stands. */
  others: readonly [string, number | null][] | null
  /** Its question as written, cut where it is long. */
  line: string
}

export type Likeness = {
  /** Compares finds for the same words, and means nothing else. */
  score: number
  /** How much of what is asked, by weight, is found in it; 0 to 1. */
  coverage: number
  /** Most likely the same question. */
  isStrong: boolean
}

export type Typed = { text: string; words: readonly WeighedWord[]; statistics: Statistics }

/** Words of the details are what a question is asked with least of all. */
export const DETAILS_WEIGHT = 0.3
/** Words of which a question consists in the mean, for BM25's length term. */
export const LENGTH_MEAN = 6
const COMMON_MIN = 0.5
const LETTERS_MIN = 0.5
const BOTH_MIN = 1.2

export function likenessOf(shared: Shared, { text, words, statistics }: Typed): Likeness {
  const asked = words.reduce((sum, { weight }) => sum + weight, 0)
  const others = (shared.others ?? []).reduce((sum, [, count]) => sum + rarity(count ?? 0, statistics), 0)
  const mass = shared.held + DETAILS_WEIGHT * (shared.anywhere - shared.held)
  const brevity = 1 / (0.6 * (0.25 + (0.75 * shared.length) / LENGTH_MEAN) + 1)
  const common = shared.held / Math.max(asked + others, Number.MIN_VALUE)
  const isStrong =
    common >= COMMON_MIN &&
    shared.sameLetters >= LETTERS_MIN &&
    common + shared.sameLetters >= BOTH_MIN &&
    numbersIn(text) === numbersIn(shared.line)
  return {
    score: mass * brevity * (1 + shared.sameLetters),
    coverage: Math.min(1, mass / Math.max(asked, Number.MIN_VALUE)),
    isStrong,
  }
}

/** Questions that differ in a number ask for something else, however alike they are. */
function numbersIn(text: string): string {
  return [...new Set(text.match(/\p{N}+/gu))].sort().join(' ')
}
