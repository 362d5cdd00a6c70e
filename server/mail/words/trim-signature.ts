// Takes off what people and their mail programs write below a reply: a closing, a name, and how to reach them. Only
// what is certain goes; a name too many is better than a sentence too few. Pure.

/** Blank ones are not counted. */
const LINES_MAX = 14
const LINE_CHARACTERS_MAX = 90
const CONTACTS_MIN = 2

const CLOSING =
  /^(?:(?:many |with |kind |best |warm |all the )*(?:thanks|thank you|thx|cheers|regards|best|wishes|sincerely|yours(?: truly| sincerely| faithfully)?)(?: and (?:kind |best )?regards)?|(?:viele|liebe|beste|herzliche|schöne|mit freundlichen) grüße(?:n)?|gruß|lg|vg|mfg|danke|cordialement|bien à vous|merci(?: beaucoup)?|saludos|un saludo|gracias|atentamente|met vriendelijke groet(?:en)?|groeten|med vennlig hilsen|mvh|pozdrawiam|с уважением|спасибо)[\s,.!]*$/i
/** One to three words that begin as names do. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}[.,]?$/u
const CONTACT = [
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i,
  /^(?:https?:\/\/|www\.)\S+$/i,
  /(?:^|\s)(?:\+|\(?0)?\(?\d[\d\s()./-]{6,}\d/,
  /^(?:tel|phone|mobile|mob|cell|fax|skype|t|m|f|p)\b[.:]/i,
] as const

/**
 * @param own an author's own words, with quotes and what stands below `-- ` taken off already
 * @param name the author's name, as far as it is known
 * @returns the words without their signature; all of them where nothing else would be left
 */
export function trimSignature(own: string, name: string | undefined): string {
  const lines = own.split('\n')
  const names = namesOf(name)
  for (let at = Math.max(1, lastLinesStart(lines)); at < lines.length; at += 1) {
    if (!beginsSignature(lines, at, names)) continue
    const kept = withoutClosing(lines.slice(0, at))
    if (kept.trim() !== '') return kept
  }
  return own
}

function beginsSignature(lines: readonly string[], at: number, names: ReadonlySet<string>): boolean {
  const below = lines.slice(at).filter(isWritten)
  if (below.length === 0 || below.some((line) => !isShort(line))) return false
  const above = (lines[at - 1] ?? '').trim()
  if (above !== '' && !CLOSING.test(above)) return false
  if (names.has(plain(lines[at] ?? ''))) return true
  const first = (lines[at] ?? '').trim()
  if (below.length === 1 && isSignedOff(lines, at)) return true
  const contacts = below.filter(isContact)
  // `John E. Doe, Ph.D.` above an address.
  if (contacts.length > 0 && !isContact(first) && names.has(plain(first).split(' ')[0] ?? '')) return true
  return first !== '' && contacts.length >= CONTACTS_MIN && contacts.length * 2 >= below.length
}

/** Whether a last line is somebody's name by its form, below a closing. */
function isSignedOff(lines: readonly string[], at: number): boolean {
  if (!NAME.test((lines[at] ?? '').trim())) return false
  return CLOSING.test((lines.slice(0, at).findLast(isWritten) ?? '').trim())
}

function isWritten(line: string): boolean {
  return line.trim() !== ''
}

/** Where the last lines begin, among which a signature may be. */
function lastLinesStart(lines: readonly string[]): number {
  let written = 0
  let at = lines.length
  while (at > 0 && written < LINES_MAX) {
    at -= 1
    if (isWritten(lines[at] ?? '')) written += 1
  }
  return at
}

function isContact(line: string): boolean {
  return CONTACT.some((pattern) => pattern.test(line.trim()))
}

/** Neither long nor a sentence. */
function isShort(line: string): boolean {
  const text = line.trim()
  return text.length <= LINE_CHARACTERS_MAX && !(/[.!?]$/.test(text) && text.split(/\s+/).length > 4)
}

function withoutClosing(lines: readonly string[]): string {
  let end = lines.length
  while (end > 0 && (lines[end - 1] ?? '').trim() === '') end -= 1
  if (CLOSING.test((lines[end - 1] ?? '').trim())) end -= 1
  return lines.slice(0, end).join('\n').trimEnd()
}

/** A whole name, and each of its ends alone. */
function namesOf(name: string | undefined): ReadonlySet<string> {
  const words = plain(name ?? '').split(' ')
  const ends = [words[0], words.at(-1)].flatMap((word) =>
    word === undefined || word.length < 2 ? [] : [word],
  )
  return new Set([...(words.length > 1 ? [words.join(' ')] : []), ...ends])
}

/** Without marks, accents and what stands before or behind: `— Márta W.` and `MARTA` compare as words. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
