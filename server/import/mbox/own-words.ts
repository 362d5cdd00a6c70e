// Tells an author's own words from what was quoted, forwarded or signed below them.

import {
  endsQuotedHeader,
  isAttributionEnd,
  isBanner,
  isQuotedHeader,
  isRule,
  notesHeaderStart,
} from './quote-marks.ts'

export type OwnWords = {
  /** What the author wrote, parts between quotes joined; empty for a bare forward. */
  own: string
  /** Everything else in its order; undefined when there was nothing else. */
  folded: string | undefined
}

const ATTRIBUTION_LINES_MAX = 4
const SIGNATURE_LINES_MAX = 12
const DEVICE =
  /^\s*(?:sent|get|envoyé|gesendet|enviado|inviato)\s+(?:from|via|outlook for|von|de|depuis|desde|dal?)\b.{0,80}$/i

/** Splits the plain text of a mail. Takes time in proportion to its length, whatever it holds. */
export function splitOwnWords(text: string): OwnWords {
  const lines = text.split('\n')
  const own: string[] = []
  const folded: string[] = []
  let at = 0
  while (at < lines.length) {
    const rest = restIsFoldedFrom(lines, at)
    if (rest !== undefined) {
      // A header of Notes begins with a name, which was taken for the author's own line a moment ago.
      own.length = Math.max(0, own.length - (at - rest))
      folded.push(...lines.slice(rest))
      break
    }
    const quoted = quotedLines(lines, at)
    const part = quoted > 0 ? folded : own
    const length = Math.max(1, quoted)
    part.push(...lines.slice(at, at + length))
    if (quoted > 0) own.push('')
    at += length
  }
  const rest = tidied(folded)
  return { own: tidied(own), folded: rest === '' ? undefined : rest }
}

/** The line from which all that follows is folded, when the line at `at` shows it. */
function restIsFoldedFrom(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? ''
  if (isBanner(line) || isQuotedHeader(lines, at)) return at
  if (isRule(line) && isQuotedHeader(lines, nextWritten(lines, at + 1))) return at
  if (isSignature(lines, at) || isDeviceLine(lines, at)) return at
  const notes = notesHeaderStart(lines, at)
  if (notes !== undefined) return notes
  // "On … wrote:" above text without marks: everything below it was quoted.
  const attribution = attributionLines(lines, at)
  if (attribution > 0 && !isMarked(lines[nextWritten(lines, at + attribution)])) return at
  return undefined
}

/** How many lines from `at` are quoted with `>`, their attribution included; 0 when none are. */
function quotedLines(lines: readonly string[], at: number): number {
  const attribution = attributionLines(lines, at)
  const first = attribution > 0 ? nextWritten(lines, at + attribution) : at
  let end = first
  while (end < lines.length && isMarked(lines[end])) end += 1
  return end > first ? end - at : 0
}

/** How many lines an attribution such as "On Monday Jane wrote:" takes from `at`; 0 when there is none. */
function attributionLines(lines: readonly string[], at: number): number {
  const first = lines[at] ?? ''
  if (first.trim() === '' || isMarked(first)) return 0
  let joined = ''
  for (let length = 1; length <= ATTRIBUTION_LINES_MAX && at + length <= lines.length; length += 1) {
    const line = lines[at + length - 1] ?? ''
    if (line.trim() === '' || isMarked(line)) return 0
    joined = `${joined} ${line.trim()}`.trimStart()
    if (!/[:：\]]\s*$/.test(line)) continue
    const isFollowedByMark = isMarked(lines[nextWritten(lines, at + length)])
    if (isAttributionEnd(joined, isFollowedByMark ? 'quote follows' : 'text follows')) return length
  }
  return 0
}

function isMarked(line: string | undefined): boolean {
  return line !== undefined && /^ {0,3}>/.test(line)
}

function nextWritten(lines: readonly string[], from: number): number {
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
