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

/** What of the reader a text may speak of. */
export type ReaderKnown = {
  name: string
  /** Their purpose in their own words. */
  purpose: string | undefined
  /** How often they turn to somebody for each time that somebody turns to them, 0 to 1. */
  returns: number
}

/** The features of a candidate for one reader at an instant. */
export function featuresOf(
  candidate: Candidate,
  { between, reader, at }: { between: Between; reader: ReaderKnown; at: Temporal.Instant },
): Features {
  const { facts, title, body, kind } = candidate
  const text = title === undefined ? body : `${title}.\n\n${body}`
  const said = judge(title ?? '', body)
  const { purpose } = reader
  return {
    askedByName: facts.askedByName ? 1 : 0,
    calledByName: opensWithName(body, reader.name) ? 1 : 0,
    tookPart: facts.tookPart ? 1 : 0,
    copied: facts.copied ? 1 : 0,
    isRequest: facts.isQuestion ? 1 : said.isRequest,
    waiting: facts.waiting ?? 0,
    waitedHours: Math.max(0, candidate.at.until(at).total('hours')),
    answeredAlready: facts.answeredByOthers ? 1 : 0,
    distance: facts.distance ?? between.distance,
    neverHeard: facts.neverHeard ? 1 : 0,
    ties: Math.min(1, Math.log1p(between.given) / Math.log1p(TURNS_FULL)),
    // It says who will be answered, and nothing of whose voice is worth hearing or whose help deserves thanks.
    seldomAnswered: kind === 'needs-you' ? shortfall(between, reader.returns) : 0,
    purpose: purpose !== undefined && touches(text, purpose) ? 1 : 0,
    thanksWaiting: facts.thanks ?? 0,
    automatic: kind === 'reflect' ? 0 : facts.byMachine ? 1 : said.automatic,
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

/** So many turns to somebody in a year say all there is to say. */
const TURNS_FULL = 31
/** Two turns are taken as given, so that the first mail of somebody is not yet a habit. */
const TURNS_PRIOR = 2

/**
 * How far the reader's turns to an author stay behind what they give others for as much: 0 where they do not, towards 1
 * where the author writes and writes. Compared with the reader's own habit, so that somebody who answers every fifth
 * mail of all is not taken to neglect everybody.
 */
function shortfall({ given, received }: Between, returns: number): number {
  const usual = received * returns
  return Math.max(0, usual - given) / (usual + given + TURNS_PRIOR)
}

const RETURNS = { min: 0.1, max: 1 }

/** How often a reader turns to people for each time that these turn to them, over all of them; 1 where nobody did. */
export function returnsOf(between: Iterable<Between>): number {
  const sums = { given: 1, received: 1 }
  for (const { given, received } of between) {
    sums.given += given
    sums.received += received
  }
  return Math.min(RETURNS.max, Math.max(RETURNS.min, sums.given / sums.received))
}

const OPENING_WORDS = 4
const NAME_LETTERS_MIN = 3
const NAME_LETTERS_COMPARED = 4

/**
 * Whether one of the first words is one of the reader's names, short forms such as Steve for Steven among them, as in
 * "Good morning, Steve" or "Frau Solheim".
 */
export function opensWithName(body: string, name: string): boolean {
  const names = wordsOf(name).filter((word) => word.length >= NAME_LETTERS_MIN)
  const opening = wordsOf(body.slice(0, 200)).slice(0, OPENING_WORDS)
  return opening.some((word) => names.some((each) => isShortOf(word, each)))
}

/** Whether two names begin alike, over four letters or the whole of the shorter one. */
function isShortOf(word: string, name: string): boolean {
  const letters = Math.min(NAME_LETTERS_COMPARED, name.length)
  return word.slice(0, letters) === name.slice(0, letters)
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
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
