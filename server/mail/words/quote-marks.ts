// The marks by which mail programs set off what they quote or forward, in the forms and languages they write.

const BANNER =
  /^\W{0,3}[-_]{2,}\s*(?:original (?:message|appointment)|forwarded (?:message|by|email|mail)|forward(?:ed)? header|reply (?:message|separator)|urspr(?:ü|ue?)ngliche nachricht|weitergeleitete nachricht|message (?:d'origine|transféré|original|transmis)|mensaje (?:original|reenviado)|mensagem (?:original|encaminhada)|messaggio (?:originale|inoltrato)|oorspronkelijk bericht|doorgestuurd bericht|opprinnelig melding|ursprungligt meddelande|oprindelig meddelelse|пересылаемое сообщение|исходное сообщение|転送(?:された)?メッセージ|元のメッセージ|オリジナルメッセージ)/i
const APPLE_BANNER =
  /^\s*(?:begin forwarded message|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten (?:nachricht|e-mail)|inicio del mensaje reenviado|転送されたメッセージ)\s*[:：]\s*$/i
const RULE = /^\s*[_-]{10,}\s*$/
const LINE_CHARACTERS_MAX = 1_000

/** Labels of the headers that Outlook and its like print above a quote. */
const FROM = /^[\s*]*(?:from|von|de|da|van|från|fra|od|от|差出人)\**\s*[:：]/i
const LABEL =
  /^[\s*]*(?:from|de|da|van|från|fra|od|от|sent(?: by)?|date|to|cc|bcc|subject|reply-to|importance|attachments|von|gesendet(?: am)?|datum|an|betreff|envoyé|date|à|objet|enviado(?: el)?|fecha|para|asunto|assunto|data|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|отправлено|кому|дата|тема|sujet|pour|copie|差出人|送信日時|送信者|日付|日時|宛先|件名)\**\s*[:：]/i
const LABEL_LINES_MAX = 8
const NOTES_LINES_MAX = 12
const NAME_CHARACTERS_MAX = 120
const RECIPIENT_LINES_MAX = 100

/** The date line of Notes: `10/18/99 07:08 AM`, alone or after a name ("… on 10/18/99 07:08:11 AM"). */
const NOTES_DATE =
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s+[A-Z]{2,4})?\s*$/i

const WROTE =
  /\b(?:wrote|writes|said|schrieb|schreef|écrit|escribió|escreveu|ha scritto|skrev|pisze|napisał\(?a?\)?|пишет|написал\(?а?\)?)\b|\ba écrit\b|пишет|написал/i
/** `02.04.2012 14:20 … написал:` and `2012/4/2 … <…>:` have no word before the date. */
const DATE_FIRST = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[,\s]/
const ON = /^(?:on|am|le|el|il|op|den|em|w dniu|at|in|в)\s/i

export function isBanner(line: string): boolean {
  const short = line.slice(0, LINE_CHARACTERS_MAX)
  return BANNER.test(short) || APPLE_BANNER.test(short)
}

/** A line drawn across the page, which Outlook puts above its quoted headers. */
export function isRule(line: string): boolean {
  return RULE.test(line.slice(0, LINE_CHARACTERS_MAX))
}

/**
 * Whether `From:`, `Sent:`, `To:`, `Subject:` and their like begin here. A memo, whose labels are all in capitals
 * or which begins with To:, is the author's own.
 */
export function isQuotedHeader(lines: readonly string[], at: number): boolean {
  const first = (lines[at] ?? '').slice(0, LINE_CHARACTERS_MAX)
  if (!FROM.test(first)) return false
  const isAfterLabel = LABEL.test((lines[at - 1] ?? '').slice(0, LINE_CHARACTERS_MAX))
  return (first.includes('@') || !isAfterLabel) && beginsHeaderBlock(lines, at)
}

/** The same with any label first, as Hotmail has it below a line drawn across the page. */
export function beginsHeaderBlock(lines: readonly string[], at: number): boolean {
  const labels: string[] = []
  for (const [below, line] of lines.slice(at, at + RECIPIENT_LINES_MAX).entries()) {
    if (below > LABEL_LINES_MAX && line.trim() === '') break
    if (LABEL.test(line.slice(0, LINE_CHARACTERS_MAX))) labels.push(line)
    else if (below === 0) return false
  }
  const isMemo = labels.every((line) => /^[^\p{Ll}:]*\p{Lu}[^\p{Ll}:]*:/u.test(line))
  return labels.length >= 3 && !isMemo
}

export function isHeaderLabel(line: string): boolean {
  return LABEL.test(line.slice(0, LINE_CHARACTERS_MAX))
}

/** True for a line that can stand in quoted headers, for those who look below a signature. */
export function endsQuotedHeader(line: string): boolean {
  return FROM.test(line.slice(0, LINE_CHARACTERS_MAX)) || isBanner(line)
}

/**
 * Notes prints a name, a date, and then `To:`, `cc:`, `Subject:`. Given the line of `To:`, this is the line where
 * that block began; undefined when there is no such block here.
 */
export function notesHeaderStart(lines: readonly string[], at: number): number | undefined {
  const to = (lines[at] ?? '').slice(0, LINE_CHARACTERS_MAX)
  if (!/^\s*To:/.test(to) || !hasSubjectBelow(lines, at)) return undefined
  const date = topmostDateAbove(lines, at)
  if (date === undefined) return /\w[@/]\w/.test(to) ? at : undefined
  const line = lines[date] ?? ''
  const hasName = line.slice(0, NOTES_DATE.exec(line.slice(0, LINE_CHARACTERS_MAX))?.index).trim() !== ''
  return hasName ? date : nameAbove(lines, date)
}

/** Notes repeats the date where one signs for another; a finished sentence between is the author's own. */
function topmostDateAbove(lines: readonly string[], at: number): number | undefined {
  let found: number | undefined
  for (let up = at - 1; up >= Math.max(0, at - NOTES_LINES_MAX); up -= 1) {
    const line = (lines[up] ?? '').slice(0, LINE_CHARACTERS_MAX)
    if (/[.!?]\s*$/.test(line)) break
    if (NOTES_DATE.test(line)) found = up
  }
  return found
}

function hasSubjectBelow(lines: readonly string[], at: number): boolean {
  let hasCopies = false
  for (const line of lines.slice(at + 1, at + 1 + RECIPIENT_LINES_MAX)) {
    if (/^\s*cc:/i.test(line.slice(0, LINE_CHARACTERS_MAX))) hasCopies = true
    if (/^\s*Subject:/i.test(line.slice(0, LINE_CHARACTERS_MAX))) return hasCopies
  }
  return false
}

function nameAbove(lines: readonly string[], date: number): number {
  const line = (lines[date - 1] ?? '').trim()
  return line === '' || line.length > NAME_CHARACTERS_MAX ? date : date - 1
}

/** Whether an attribution can begin with this line, so that the lines above it are no part of it. */
export function beginsAttribution(line: string): boolean {
  const short = line.trimStart().slice(0, LINE_CHARACTERS_MAX)
  return (ON.test(short) && /\d/.test(short)) || DATE_FIRST.test(short)
}

/** Whether the joined lines are an attribution. Without a quote mark below, more is asked of it. */
export function isAttributionEnd(joined: string, follows: 'quote follows' | 'text follows'): boolean {
  const text = joined.slice(0, LINE_CHARACTERS_MAX)
  if (!/[:：]\s*(?:\[[^\]]*\])?$/.test(text)) return false
  const wrote = WROTE.test(text)
  if (follows === 'quote follows')
    return wrote || /@/.test(text) || /^quoting\b/i.test(text) || /^>?\s*\d{4}[/-]\d/.test(text)
  return (
    wrote &&
    ON.test(text) &&
    /\d/.test(text) &&
    /(?:wrote|schrieb.*|écrit|escribió|escreveu|ha scritto|skrev.*|schreef.*|pisze|пишет|написал.*)\s*[:：]$/i.test(
      text,
    )
  )
}
