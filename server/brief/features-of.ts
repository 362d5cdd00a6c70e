// From a candidate's facts to the named features that its worth is made of. Pure.
import type { Candidate } from '#platform/cards'
import { remembered } from './remembered.ts'
import { looksAutomatic, requestStrength } from './request-words.ts'
import type { Features } from './worth.ts'

/** What is known between the reader and one author. */
export type Between = {
  /** Steps in the reporting tree. */
  distance: number | undefined
  /** How often the reader turned to the author, and the author to the reader, in the last year. */
  given: number
  received: number
}

/**
 * The features of a candidate for one reader at an instant.
 * @param purpose the reader's purpose in their own words
 */
export function featuresOf(
  candidate: Candidate,
  { between, purpose, at }: { between: Between; purpose: string | undefined; at: Temporal.Instant },
): Features {
  const { facts, title, body } = candidate
  const text = title === undefined ? body : `${title}.\n\n${body}`
  const said = judge(title ?? '', body)
  return {
    askedByName: facts.askedByName ? 1 : 0,
    isRequest: facts.isQuestion ? 1 : said.isRequest,
    waiting: facts.waiting ?? 0,
    waitedHours: Math.max(0, candidate.at.until(at).total('hours')),
    answeredAlready: facts.answeredByOthers ? 1 : 0,
    distance: facts.distance ?? between.distance,
    neverHeard: facts.neverHeard ? 1 : 0,
    ties: tieStrength(between),
    purpose: purpose !== undefined && touches(text, purpose) ? 1 : 0,
    thanksWaiting: facts.thanks ?? 0,
    automatic: candidate.kind === 'reflect' ? 0 : said.automatic,
    audience: Math.max(1, (facts.addressed ?? 0) + 1),
  }
}

const REMEMBERED_MAX = 5000

/** What the words by themselves ask for. New posts come before many readers, so the last judgements are remembered. */
const judge = remembered(
  (title: string, body: string) => ({
    isRequest: requestStrength(title === '' ? body : `${title}.\n\n${body}`),
    automatic: looksAutomatic({ subject: title === '' ? undefined : title, body, from: undefined }),
  }),
  REMEMBERED_MAX,
)

/** Three unanswered approaches are taken as given before there were any, so that one answer is not yet a habit. */
const TIES_PRIOR = 3

/** How readily the reader turns to an author: 0 for never, towards 1 for always. */
function tieStrength({ given, received }: Between): number {
  return Math.min(1, given / (Math.max(given, received) + TIES_PRIOR))
}

const CONTENT_LETTERS_MIN = 4
const STEM_LETTERS = 6

/** Whether most of a purpose's telling words stand in a text, endings aside. */
export function touches(text: string, purpose: string): boolean {
  const stems = stemsOf(purpose)
  if (stems.size === 0) return false
  const found = stemsOf(text)
  const shared = [...stems].filter((stem) => found.has(stem)).length
  return shared / stems.size > 0.5
}

function stemsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(
    words.filter((word) => word.length >= CONTENT_LETTERS_MIN).map((word) => word.slice(0, STEM_LETTERS)),
  )
}
