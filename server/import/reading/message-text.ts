// What the systems that archives come from share in how a message holds its words.
import { ARCHIVE_LIMITS } from '../archive.ts'
import { asList, asRecord, asText, type JsonRecord } from './json-values.ts'

/** A text no longer than a body may be; what it loses is noted. */
export function cutText(text: string, losses: string[]): string {
  if (text.length <= ARCHIVE_LIMITS.bodyCharactersMax) return text
  losses.push('long message that was cut')
  return `${text.slice(0, ARCHIVE_LIMITS.bodyCharactersMax).toWellFormed()} …`
}

/**
 * The words of integrations stand in attachments of Slack's kind.
 * @param linked a title that leads somewhere, in the markup of the system
 */
export function attachmentText(
  attachment: JsonRecord,
  linked: (title: string, link: string) => string,
): string {
  const [title, link] = [asText(attachment.title), asText(attachment.title_link)]
  const heading = title && link ? linked(title, link) : title
  const fields = asList(attachment.fields)
    .map(asRecord)
    .map((field) => [asText(field.title), asText(field.value)].filter((part) => part !== '').join(': '))
  const lines = [asText(attachment.pretext), heading, asText(attachment.text), ...fields]
  return lines.filter((line) => line.trim() !== '').join('\n') || asText(attachment.fallback)
}
