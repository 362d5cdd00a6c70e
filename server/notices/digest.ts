// What stands in a digest and in which order: at most five threads that take at most two minutes to read. Pure.
import type { PostId, ReplyId, SaidId } from '#contract/ref'
import type { How } from './notice.ts'

/** A thread that waits for its reader. */
export type DigestItem = {
  postId: PostId
  replyId: ReplyId | null
  /** What its link leads to, and what is thanked for. */
  saidId: SaidId
  title: string
  spaceName: string
  sentences: readonly string[]
  why: string
  how: How
  /** Whether nobody but the reader was mentioned. */
  isAlone: boolean
  /** Until when somebody needs an answer, in words; undefined when nobody said so. */
  due: string | undefined
  cameAt: Temporal.Instant
  /** Who said it, and what, without marks. */
  by: string
  words: string
}

export type Digest = { items: DigestItem[]; leftCount: number; seconds: number }

/**
 * Our own bounds; the pace is the mean of silent reading of English non-fiction over 190 studies (Brysbaert 2019, "How
 * many words do we read per minute?").
 */
export const DIGEST = { itemsMax: 5, secondsMax: 120, wordsPerMinute: 238 }

/** What a letter says beside its items: how many there are, where the rest is, how to change this. */
const FRAME_WORDS = 60
/** What is said around each item: why, how to answer. */
const ITEM_FRAME_WORDS = 20
const EXCERPT_WORDS_MAX = 60
const TITLE_WORDS_MAX = 16
const SENTENCE_WORDS_MAX = 16

/** How much only this reader can answer it, the most first. */
const ORDER: readonly How[] = [
  ...(['put', 'answered', 'mentioned', 'replied'] as const),
  ...(['passed-on', 'accepted', 'merged', 'announced', 'posted', 'thanked'] as const),
]

function rankOf({ how, isAlone, due }: DigestItem): number {
  if (due !== undefined) return 0
  return how === 'mentioned' && isAlone ? 1 : 2 + ORDER.indexOf(how)
}

/**
 * Chooses and cuts. First comes what only the reader can answer, and of the same kind what has waited longest; each
 * thread stands there once. As many as fit into two minutes are taken, one at least.
 * @param waiting at least one
 */
export function digestOf(waiting: readonly DigestItem[]): Digest {
  const ordered = waiting.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || Temporal.Instant.compare(one.cameAt, other.cameAt),
  )
  let left = Math.floor((DIGEST.secondsMax * DIGEST.wordsPerMinute) / 60) - FRAME_WORDS
  const begun = left
  const items: DigestItem[] = []
  for (const each of ordered.slice(0, DIGEST.itemsMax)) {
    const item = cut(each)
    const words = wordsOf(item)
    if (words > left) break
    items.push(item)
    left -= words
  }
  const seconds = Math.ceil(((begun - left + FRAME_WORDS) * 60) / DIGEST.wordsPerMinute)
  return { items, leftCount: waiting.length - items.length, seconds }
}

function cut(item: DigestItem): DigestItem {
  return {
    ...item,
    title: firstWords(item.title, TITLE_WORDS_MAX),
    spaceName: firstWords(item.spaceName, TITLE_WORDS_MAX),
    by: firstWords(item.by, TITLE_WORDS_MAX),
    sentences: item.sentences.slice(0, 1).map((each) => firstWords(each, SENTENCE_WORDS_MAX)),
    words: firstWords(item.words, EXCERPT_WORDS_MAX),
  }
}

function wordsOf({ title, spaceName, sentences, why, words, by }: DigestItem): number {
  return countWords([title, spaceName, ...sentences, why, words, by].join(' ')) + ITEM_FRAME_WORDS
}

const SEGMENTS = new Intl.Segmenter('en', { granularity: 'word' })
const CHARACTERS_LOOKED_AT = 4000

/** How many words a text has, in any script. */
export function countWords(text: string): number {
  let count = 0
  for (const { isWordLike } of SEGMENTS.segment(text)) if (isWordLike) count += 1
  return count
}

/** A text up to so many words, on one line, and a mark where it was cut. */
export function firstWords(text: string, most: number): string {
  const line = text.slice(0, CHARACTERS_LOOKED_AT).replace(/\s+/gu, ' ').trim().toWellFormed()
  let count = 0
  for (const { isWordLike, index } of SEGMENTS.segment(line)) {
    if (!isWordLike) continue
    count += 1
    if (count > most) return `${line.slice(0, index).trimEnd()} …`
  }
  return line.length < text.trim().length && text.length > CHARACTERS_LOOKED_AT ? `${line} …` : line
}
