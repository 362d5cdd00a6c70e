// Takes off what servers write below every mail: who may read it, what is to be printed, and why somebody gets it. Pure.

const OPENING_CHARACTERS = 400
/** What is shorter somebody may have written themselves. */
const DISCLAIMER_CHARACTERS_MIN = 60

const DISCLAIMERS = [
  /\b(?:this|the) (?:e-?mail|message|communication|transmission)\b.{0,200}\b(?:confidential|privileged|intended (?:only|solely)|sole use)/i,
  /\b(?:please )?consider the environment before printing\b/i,
  /\bif you (?:are not the intended recipient|have received this (?:e-?mail|message) in error)\b/i,
  /\bdiese (?:e-?mail|nachricht)\b.{0,200}\b(?:vertraulich|ausschließlich für|rechtlich geschützt)/i,
  /\bwenn sie nicht der richtige adressat\b|\bbitte (?:denken|prüfen) sie\b.{0,60}\b(?:ausdrucken|umwelt)/i,
  /\b(?:ce (?:message|courriel|mail)|cet e-?mail)\b.{0,200}\b(?:confidentiel|destinataires?|usage exclusif)/i,
  /\bpensez à l'environnement avant d'imprimer\b/i,
  /\beste (?:mensaje|correo)\b.{0,200}\b(?:confidencial|exclusivamente|destinatario)/i,
  /\bantes de imprimir\b.{0,80}\bmedio ambiente\b/i,
  /(?:本|この)(?:メール|電子メール|e-?mail).{0,120}(?:機密|秘密|宛先|受取人|受信者)/i,
] as const

/** However short, nobody writes these by hand. */
const NOTICE_FOOTER =
  /^\W*(?:reply to this e-?mail directly\b|you(?:[’']re| are) receiving this (?:e-?mail |message )?because\b|sie erhalten diese (?:e-?mail|nachricht), weil\b|vous recevez ce(?:t e-?mail| courriel| message) car\b|(?:usted )?recibe este (?:correo|mensaje) porque\b)/i

export function isNoticeFooter(line: string): boolean {
  return NOTICE_FOOTER.test(line.slice(0, OPENING_CHARACTERS))
}

/** @returns the words without disclaimers at their end; all of them where nothing else would be left */
export function trimDisclaimer(words: string): string {
  const paragraphs = words.split(/\n[^\S\n]*\n/)
  let end = paragraphs.length
  while (end > 0 && isDisclaimer(paragraphs[end - 1] ?? '')) end -= 1
  return end === 0 ? words : paragraphs.slice(0, end).join('\n\n')
}

function isDisclaimer(paragraph: string): boolean {
  const opening = paragraph.replace(/\s+/g, ' ').slice(0, OPENING_CHARACTERS)
  if (isNoticeFooter(opening)) return true
  if (opening.length < DISCLAIMER_CHARACTERS_MIN) return false
  return DISCLAIMERS.some((pattern) => pattern.test(opening))
}
