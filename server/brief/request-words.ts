// Does a text ask its reader for something? Rules of thumb over phrases; no model, no network, no memory.
import {
  ASKING,
  AUTOMATIC_BODY,
  AUTOMATIC_FROM,
  AUTOMATIC_SUBJECT,
  IDLE,
  INFORMING,
  POLITE,
} from './request-phrases.ts'

/** How strongly a sentence asks by its question mark alone. */
const ASKS_YOU = 0.7
const ASKS_ANYBODY = 0.5
const ASKS_IDLY = 0.1

// Asks stand at the start or the end of what people write; a text longer than two of these is read at both ends.
const READ_CHARACTERS = 4000
const HEADER_CHARACTERS = 500

// A page of prose in which one sentence asks asks less than a line that does nothing else.
const FULL_STRENGTH_WORDS = 300

/**
 * How strongly a text asks its reader for something, from 0 (not at all) to 1.
 *
 * Each sentence has a strength s; the three strongest combine as 1 − Π(1 − s), which then shrinks with the square
 * root of the length beyond 300 words, is halved for what is sent "for your information", and comes to a tenth for
 * what machines send. Quoted and forwarded words, code, addresses and what stands in quotation marks are passed over.
 */
export function requestStrength(text: string): number {
  const words = spokenWords(ownText(text))
  const strongest = sentencesOf(words)
    .map(strengthOfSentence)
    .sort((a, b) => b - a)
    .slice(0, 3)
  const combined = 1 - strongest.reduce((left, strength) => left * (1 - strength), 1)
  const dilution = Math.min(1, Math.sqrt(FULL_STRENGTH_WORDS / words.split(/\s+/).length))
  const calm = INFORMING.test(words) ? 0.5 : 1
  const machine = looksAutomatic({ subject: undefined, body: text, from: undefined }) === 1 ? 0.1 : 1
  return combined * dilution * calm * machine
}

function strengthOfSentence(sentence: string): number {
  const rest = sentence.replace(POLITE, ' ')
  if (IDLE.test(rest)) return ASKS_IDLY
  const closing = rest === sentence ? 0 : ASKS_IDLY
  const matched = ASKING.filter(({ pattern }) => pattern.test(rest))
  return Math.max(closing, strengthOfMark(rest), ...matched.map(({ strength }) => strength))
}

function strengthOfMark(sentence: string): number {
  // Without the first look, the second would read on to the end from every letter of a sentence that has no mark.
  if (!/[?？]/.test(sentence) || !/\p{L}.*[?？]/u.test(sentence)) return 0
  return /\b(?:you|your|sie|ihre|vous|votre|usted|tu)\b/i.test(sentence) ? ASKS_YOU : ASKS_ANYBODY
}

// Where a mail client puts what was written before: everything from here on is somebody else's, or said already.
const EARLIER_MAIL =
  /^[ \t]*(?:-{2,}[ \t]*(?:original message|forwarded|ursprüngliche nachricht|message d['’]origine|mensaje original)|_{10,}|-- ?$|(?:to|cc|sent by|von|an|de|para):[ \t]|(?:on|am|le|el) [^\n]{5,120}\n?[^\n]{0,80}(?:wrote|schrieb|a écrit|escribió)[^\n]{0,60}:)/imu

/** What the author wrote on top of whatever is quoted or forwarded; of a very long text the start and the end. */
function ownText(text: string): string {
  const own = text.slice(0, text.match(EARLIER_MAIL)?.index)
  if (own.length <= 2 * READ_CHARACTERS) return own
  return `${own.slice(0, READ_CHARACTERS)}\n\n${own.slice(-READ_CHARACTERS)}`
}

/** Without quoted lines, code, addresses and what stands in quotation marks: none of it is the author asking. */
function spokenWords(text: string): string {
  return text
    .replace(/^[ \t]*>.*$/gm, '')
    .replace(/```[\s\S]*?```|`[^`\n]*`/g, ' ')
    .replace(/(?:https?:\/\/|www\.)[^\s<>]+/gi, ' ')
    .replace(/"[^"\n]{1,300}"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»/g, ' ')
}

/** Mail breaks lines at 72 columns, so a line break is a space; an empty line or a bullet ends a sentence. */
function sentencesOf(text: string): string[] {
  const unwrapped = text.replace(/\r?\n(?![ \t]*(?:\r?\n|[-*•]|\d+[.)]))/g, ' ')
  return unwrapped.match(/[^.!?。！？\n]+[.!?。！？]*/g) ?? []
}

// A text of machine-made lines says neither I nor you, and much of it is figures.
const PERSONAL = /\b(?:i|we|you|me|us|my|your|our|ich|wir|sie|du|je|nous|vous|tu|yo|usted|nosotros|su)\b/i
const WORDS_TO_JUDGE_BY = 50
const FIGURES_SHARE = 0.15

/**
 * 1 when a text looks like a newsletter, a bot, a schedule, a mass mail, an out-of-office note or a calendar's reply,
 * else 0. Headers such as List-Id, Precedence and Auto-Submitted say so more surely and should be asked first.
 *
 * `from` is an address or "Name <address>"; what is not known is undefined.
 */
export function looksAutomatic(text: {
  subject: string | undefined
  body: string
  from: string | undefined
}): 0 | 1 {
  const body = ownText(text.body)
  const signs =
    signsIn((text.from ?? '').slice(0, HEADER_CHARACTERS), AUTOMATIC_FROM) +
    signsIn((text.subject ?? '').slice(0, HEADER_CHARACTERS), AUTOMATIC_SUBJECT) +
    signsIn(body, AUTOMATIC_BODY) +
    signsOfFigures(body)
  return signs >= 1 ? 1 : 0
}

function signsIn(text: string, signs: typeof AUTOMATIC_BODY): number {
  return signs.reduce((sum, { strength, pattern }) => sum + (pattern.test(text) ? strength : 0), 0)
}

function signsOfFigures(body: string): number {
  if (body.trim().split(/\s+/).length < WORDS_TO_JUDGE_BY || PERSONAL.test(body)) return 0
  const letters = body.match(/\p{L}/gu)?.length ?? 0
  const digits = body.match(/\p{N}/gu)?.length ?? 0
  return digits > FIGURES_SHARE * (letters + digits) ? 1 : 0.5
}
