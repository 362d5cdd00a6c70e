// How long a card takes: reading it at the reader's own pace, and doing what it asks for.
import type { CardKind } from '#contract/brief'
import { GRAIN_SECONDS } from './choose-cards.ts'

/**
 * Words a minute. The default is the mean of silent reading of English non-fiction over 190 studies (Brysbaert 2019,
 * "How many words do we read per minute?"); the bounds hold most adults, second-language readers included.
 */
export const READING_PACE = { default: 238, min: 150, max: 350 }

/** Finding one's bearings on a new card. Our own choice. */
const SWITCHING_SECONDS = 2

/**
 * What a card asks its reader to do, in seconds. Our own choices, on the generous side, because a brief that
 * overruns its minutes breaks its promise and one that ends early does not.
 */
export const ACTION_SECONDS: Readonly<Record<CardKind, number>> = {
  /** An answer of two or three sentences, typed with thumbs or spoken. */
  'needs-you': 60,
  /** One reason and one direction, which takes as much thought as an answer. */
  steer: 60,
  /** To agree, to thank, or to ask one question back. */
  unheard: 30,
  /** To take note; there is nothing to do. */
  reactions: 10,
  /** One press, and a moment to mean it. */
  recognise: 10,
  /** One sentence for the notebook. */
  reflect: 45,
}

// Scripts written without spaces. A Chinese or Japanese word has about two characters, a Thai, Lao, Khmer or Burmese
// one about five, marks included: rough, but within a tenth or two of what a dictionary-based splitter counts, and a
// hundred times as fast. Korean puts spaces between its words and needs no such rule.
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const FLOWING = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu
const UNSPACED =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\u{20000}-\u{3FFFF}]/u
const CHARACTERS_PER_WORD = { dense: 2, flowing: 5 }

// Letters or digits, joined by the marks that stand inside a word or number: don't, long-term, 3.5, 10:30, a.m.
const WORD = /[\p{L}\p{N}]+(?:['’.,:\-‐‑_\p{M}]+[\p{L}\p{N}]+)*/gu

/**
 * How many words somebody reads in a piece of Markdown or plain text: what is seen on the screen, so neither the
 * addresses of links and images nor HTML tags. A bare address is looked at, not read, and counts as one word.
 */
export function countWords(text: string): number {
  const seen = withoutAddresses(text)
  if (!UNSPACED.test(seen)) return countMatches(seen, WORD)
  const dense = countMatches(seen, DENSE) / CHARACTERS_PER_WORD.dense
  const flowing = countMatches(seen, FLOWING) / CHARACTERS_PER_WORD.flowing
  const spaced = countMatches(seen.replace(DENSE, ' ').replace(FLOWING, ' '), WORD)
  return Math.ceil(dense + flowing) + spaced
}

function withoutAddresses(text: string): string {
  return text
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\)/g, '] ')
    .replace(/(?:https?:\/\/|www\.|mailto:)[^\s<>]+/gi, ' address ')
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, ' ')
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/**
 * The seconds a card takes, rounded up to the five-second grain of the brief.
 *
 * seconds = words · 60 / pace + 2 + action, with the pace in words a minute held within {@link READING_PACE};
 * undefined means that the reader's pace is not known yet. Words and action seconds are 0 or more.
 */
export function secondsOf(card: {
  words: number
  actionSeconds: number
  wordsPerMinute: number | undefined
}): number {
  const pace = Math.min(
    READING_PACE.max,
    Math.max(READING_PACE.min, card.wordsPerMinute ?? READING_PACE.default),
  )
  const seconds = (card.words * 60) / pace + SWITCHING_SECONDS + card.actionSeconds
  return Math.ceil(seconds / GRAIN_SECONDS) * GRAIN_SECONDS
}
