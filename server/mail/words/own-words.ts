// Tells an author's own words from what was quoted, forwarded or signed below them.

import {
  beginsAttribution,
  beginsHeaderBlock,
  endsQuotedHeader,
  isAttributionEnd,
  isBanner,
  isQuotedHeader,
  isRule,
  notesHeaderStart,
} from './quote-marks.ts'
import { isNoticeFooter } from './trim-disclaimer.ts'

export type OwnWords = {
  /** What the author wrote, parts between quotes joined; empty for a bare forward. */
  own: string
  /** Everything else in its order; undefined when there was nothing else. */
  folded: string | undefined
}

const ATTRIBUTION_LINES_MAX = 4
/** How far below the beginning of a quote its first marked line stands at most. */
const HEADER_LINES_MAX = 12
const SIGNATURE_LINES_MAX = 12
/** As programs that send notices draw it above why they do. */
const SHORT_RULE = /^ {0,3}(?:-{2,3}|_{2,3}|[–—]) {0,3}$/
const DEVICE =
  /^\s*(?:(?:sent|envoyé|gesendet|enviado|inviato)\s+(?:from|via|von|de|depuis|desde|dal?)\s+[^.,;:!?]{1,60}|get outlook for .{1,80})$/i

/** Splits the plain text of a mail. Takes time in proportion to its length, whatever it holds. */
export function splitOwnWords(text: string): OwnWords {
  const lines = text.split('\n')
  const isFolded = new Array<boolean>(lines.length).fill(false)
  let at = 0
  while (at < lines.length) {
    const quote = unmarkedQuoteStart(lines, at)
    if (endsHere(lines, at) || (quote !== undefined && !isAnsweredBelow(lines, quote))) {
      // A header of Notes begins with a name above the line by which it is known.
      isFolded.fill(true, quote ?? at)
      break
    }
    const above = quote === at ? headerLines(lines, at) : attributionLines(lines, at)
    const quoted = markedLines(lines, at, above)
    isFolded.fill(true, at, at + quoted)
    at += Math.max(1, quoted)
  }
  // A blank line stays where a quote was, so that what stood above and below it does not run together.
  const own = lines.flatMap((line, i) => (isFolded[i] ? (isFolded[i - 1] ? [] : ['']) : [line]))
  const folded = tidied(lines.filter((_, i) => isFolded[i]))
  return { own: tidied(own), folded: folded === '' ? undefined : folded }
}

/** Whether the author's words end above this line with a signature or what a list or a telephone adds. */
function endsHere(lines: readonly string[], at: number): boolean {
  if (isRule(lines[at] ?? '') && isListFooter(lines, at + 1)) return true
  if (SHORT_RULE.test(lines[at] ?? '') && isNoticeFooter(lines[at + 1] ?? '')) return true
  return isSignature(lines, at) || isDeviceLine(lines, at)
}

/** Where a quote or forward begins that goes on to the end without marks on its lines. */
function unmarkedQuoteStart(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? ''
  if (isBanner(line) || isQuotedHeader(lines, at)) return at
  if (isRule(line) && beginsHeaderBlock(lines, nextWritten(lines, at + 1))) return at
  const notes = notesHeaderStart(lines, at)
  if (notes !== undefined) return notes
  // "On … wrote:" above text without marks. With nothing above it, the author must be somewhere below.
  const attribution = attributionLines(lines, at)
  const isUnmarked = attribution > 0 && !isMarked(lines[nextWritten(lines, at + attribution)])
  return isUnmarked && nextWritten(lines, 0) < at ? at : undefined
}

/** With nothing written above a quote whose lines are marked, the author writes between or below them. */
function isAnsweredBelow(lines: readonly string[], quote: number): boolean {
  if (nextWritten(lines, 0) < quote) return false
  const marked = lines.findIndex(isMarked)
  return marked !== -1 && marked <= quote + HEADER_LINES_MAX
}

/** How many lines from `at` are quoted with `>`, with `above` lines that lead to them; 0 when none are. */
function markedLines(lines: readonly string[], at: number, above: number): number {
  const first = above > 0 ? nextWritten(lines, at + above) : at
  let end = first
  while (end < lines.length && isMarked(lines[end])) end += 1
  return end > first ? end - at : 0
}

/** A header or a banner goes on to the first marked line. */
function headerLines(lines: readonly string[], at: number): number {
  let end = at
  while (end < lines.length && end - at < HEADER_LINES_MAX && !isMarked(lines[end])) end += 1
  return end - at
}

/** How many lines an attribution such as "On Monday Jane wrote:" takes from `at`; 0 when there is none. */
export function attributionLines(lines: readonly string[], at: number): number {
  const last = Math.min(lines.length, at + ATTRIBUTION_LINES_MAX)
  for (let end = at; end < last; end += 1) {
    if (!endsLikeAttribution(lines[end] ?? '')) continue
    const part = lines.slice(at, end + 1)
    if (part.some((line, i) => line.trim() === '' || isMarked(line) || (i > 0 && beginsAttribution(line))))
      return 0
    const isFollowedByMark = isMarked(lines[nextWritten(lines, end + 1)])
    const joined = part.map((line) => line.trim()).join(' ')
    if (isAttributionEnd(joined, isFollowedByMark ? 'quote follows' : 'text follows')) return end + 1 - at
  }
  return 0
}

/** Asked of every line several times, so without a pattern: does it end in a colon or a bracket? */
function endsLikeAttribution(line: string): boolean {
  let end = line.length - 1
  while (end >= 0 && line.charCodeAt(end) <= 0x20) end -= 1
  return end >= 0 && ':：]'.includes(line.charAt(end))
}

export function isMarked(line: string | undefined): boolean {
  return line?.includes('>') === true && /^ {0,6}(?:[A-Z][A-Za-z]{0,3})?>/.test(line)
}

export function nextWritten(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1
  return at
}

/** RFC 3676 §4.3 asks for "-- "; programs that trim lines leave "--", which counts above a few last lines. */
function isSignature(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (line === '-- ') return true
  if (line.trimEnd() !== '--') return false
  const below = lines.slice(at + 1, at + 2 + SIGNATURE_LINES_MAX * 2).filter((other) => other.trim() !== '')
  return below.length <= SIGNATURE_LINES_MAX || below.some((other) => endsQuotedHeader(other))
}

/** What a mailing list adds below each mail. */
function isListFooter(lines: readonly string[], from: number): boolean {
  return lines
    .slice(from, from + 3)
    .some((line) => /mailing list|listinfo|unsubscribe/i.test(line.slice(0, 300)))
}

function isDeviceLine(lines: readonly string[], at: number): boolean {
  if (!DEVICE.test(lines[at] ?? '') || (lines[at - 1] ?? '').trim() !== '') return false
  const next = nextWritten(lines, at + 1)
  if (next >= lines.length) return true
  return isBanner(lines[next] ?? '') || isQuotedHeader(lines, next) || attributionLines(lines, next) > 0
}

function tidied(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
}
