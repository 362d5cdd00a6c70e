// What stands above a quoted or forwarded letter: a banner, a block of headers, or "On Monday Jane wrote:". Pure.
import { attributionLines, isMarked, nextWritten } from './own-words.ts'
import {
  beginsHeaderBlock,
  isBanner,
  isHeaderLabel,
  isQuotedHeader,
  isRule,
  notesHeaderStart,
} from './quote-marks.ts'

export type Head = {
  /** Of whoever wrote the letter, as far as it is told. */
  name: string | undefined
  address: string | undefined
}

export type OpenedLetter = { head: Head; text: string }

const NOBODY: Head = { name: undefined, address: undefined }
const NAME_CHARACTERS_MAX = 100
const LINE_CHARACTERS_MAX = 1_000
const HEADER_LINES_MAX = 100
const CARRIED_LINES_MAX = 12
/** A line shorter than this was ended on purpose, a longer one by a program that wraps. */
const WRAPPED_CHARACTERS_MIN = 55
const MARK = /^ {0,6}(?:[A-Z][A-Za-z]{0,3})?> ?/
const SENDER = /^[\s*]*(?:from|von|de|da|van|från|fra|od|от|差出人|送信者)\**\s*[:：]\s*(.+)$/i
const LABEL = /^[\s*]*[\p{L}][\p{L} -]{0,24}\**\s*[:：]/u
const ADDRESS = /[^\s<>()[\]:;,"@]+@[^\s<>()[\]:;,"@]+/
/** The time of the day, after which an attribution names whoever wrote. */
const TIME =
  /^.*\d{1,2}\s?[:.h時]\s?\d{2}(?:[:.]\d{2})?分?\s*(?:(?:[AP]\.?\s?M\.?|Uhr|h|UTC|GMT)(?!\p{L}))?(?:\s*[+-]\d{4})?[\s,]*/iu
const VERB =
  /^(?:schrieb|schreef|skrev|от|пользователь)\s+|\s*(?:wrote|writes|said|schrieb|a écrit|écrit|escribió|escreveu|ha scritto|skrev|schreef|пишет|написал(?:\(?а\)?)?)\s*$/gi
/** `Jane Roe [mailto:jane@example.org] on behalf of the board` is Jane's. */
const ON_BEHALF = /\s(?:on behalf of|im auftrag von|de la part de|en nombre de)\s.*$/i

/**
 * Opens the first letter in what was folded away below somebody's words.
 * @returns undefined where there is none, but a signature alone
 */
export function openLetter(folded: string): OpenedLetter | undefined {
  const lines = folded.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (isMarked(line)) return belowMark(unmarked(lines.slice(at)).split('\n'))
    const attribution = attributionLines(lines, at)
    if (attribution > 0) {
      const end = at + attribution
      return { head: attributedTo(lines.slice(at, end).join(' ')), text: bodyFrom(lines, end) }
    }
    if (isBanner(line) || isQuotedHeader(lines, at) || isRuleAboveHead(lines, at)) return belowHead(lines, at)
    if (notesHeaderStart(lines, at) !== undefined) return belowHead(lines, at)
  }
  return undefined
}

/** Some programs mark what stands above a letter like its words. */
function belowMark(lines: readonly string[]): OpenedLetter {
  const first = nextWritten(lines, 0)
  if (isBanner(lines[first] ?? '') || beginsHeaderBlock(lines, first)) return belowHead(lines, first)
  const end = first + attributionLines(lines, first)
  // With marks below it, the attribution is of what this letter quotes.
  if (end === first || isMarked(lines[nextWritten(lines, end)]))
    return { head: NOBODY, text: lines.join('\n') }
  return { head: attributedTo(lines.slice(first, end).join(' ')), text: lines.slice(end).join('\n') }
}

function isRuleAboveHead(lines: readonly string[], at: number): boolean {
  return isRule(lines[at] ?? '') && beginsHeaderBlock(lines, nextWritten(lines, at + 1))
}

function bodyFrom(lines: readonly string[], from: number): string {
  return isMarked(lines[nextWritten(lines, from)])
    ? unmarked(lines.slice(from))
    : lines.slice(from).join('\n')
}

function unmarked(lines: readonly string[]): string {
  return lines.map((line) => line.replace(MARK, '')).join('\n')
}

/** The labels that follow a banner, a rule or nothing, up to a blank line or to words that are no part of them. */
function belowHead(lines: readonly string[], from: number): OpenedLetter {
  const line = lines[from] ?? ''
  const begin = nextWritten(lines, isBanner(line) || isRule(line) ? from + 1 : from)
  // Apple Mail quotes the headers too.
  if (isMarked(lines[begin])) return belowHead(unmarked(lines.slice(begin)).split('\n'), 0)
  let end = begin
  let sender: string | undefined
  while (end < lines.length && end - begin < HEADER_LINES_MAX && (lines[end] ?? '').trim() !== '') {
    const short = (lines[end] ?? '').slice(0, LINE_CHARACTERS_MAX)
    // Below a banner there may be no headers at all, but words at once, and these may follow the headers at once.
    if (!LABEL.test(short) && (end === begin || !goesOn(lines, end))) break
    sender ??= SENDER.exec(short)?.[1]
    end += 1
  }
  return { head: sender === undefined ? NOBODY : whoIs(sender), text: lines.slice(end).join('\n') }
}

/** Whether a line among headers carries on with the one above it, such as more recipients. */
function goesOn(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').slice(0, LINE_CHARACTERS_MAX)
  const above = (lines[at - 1] ?? '').trimEnd().slice(-LINE_CHARACTERS_MAX)
  if (above.length >= WRAPPED_CHARACTERS_MIN) return true
  if (/^\s/.test(line) || /[,;]\s*$/.test(above) || ADDRESS.test(line)) return true
  for (const below of lines.slice(at + 1, at + CARRIED_LINES_MAX)) {
    if (below.trim() === '') return false
    if (isHeaderLabel(below)) return true
  }
  return false
}

/** `On Mon, 2 Mar 2026 at 09:00, Jane Roe <jane@example.org> wrote:` and its like. */
function attributedTo(joined: string): Head {
  const short = joined
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LINE_CHARACTERS_MAX)
    .replace(/[:：]\s*(?:\[[^\]]*\])?$/, '')
  const named = short.replace(VERB, '').replace(TIME, '').replace(VERB, '')
  const { address } = whoIs(short)
  const { name } = whoIs(named)
  // What still holds a number is a day, not a name.
  return { address, name: name !== undefined && /\d/.test(name) ? undefined : name }
}

/** `"Roe, Jane" <jane@example.org>`, `Jane Roe [mailto:jane@example.org]`, or an address alone. */
function whoIs(written: string): Head {
  const short = written.slice(0, LINE_CHARACTERS_MAX)
  const address = ADDRESS.exec(short)?.[0].toLowerCase()
  const plain = short
    .replace(ON_BEHALF, '')
    .replace(/[<[(][^<>[\]()]*@[^<>[\]()]*[>\])]/g, ' ')
    .replace(/["*_<>[\]()]|(?:^|\s)'|'(?:\s|$)/g, ' ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')
  const name =
    plain === '' || /[@＠]/.test(plain) ? undefined : plain.slice(0, NAME_CHARACTERS_MAX).toWellFormed()
  return { name, address }
}
