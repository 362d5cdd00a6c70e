// Which mails no person wrote to us: answers of machines, bounces, lists and our own letters coming back. They are
// never answered, so that no two machines keep each other busy. Pure.
import { type Sentence, sentence } from '#platform/say'

export type Marks = {
  headers: ReadonlyMap<string, readonly string[]>
  from: string | undefined
  /** False for the empty sender of bounces. */
  hasSender: boolean
  id: string
  /** The domain of our own letters. */
  domain: string
}

const NOBODY = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+\-.][^@]*)?@/i

/** Why a mail is left unanswered, as a sentence for administrators; undefined when a person seems to have written it. */
export function whyAutomatic({ headers, from, hasSender, id, domain }: Marks): Sentence | undefined {
  const value = (name: string) => headers.get(name)?.[0]?.trim().toLowerCase()
  if (headers.has('x-foyer-letter') || id.toLowerCase().endsWith(`@${domain}>`))
    return sentence('One of our own letters came back.')
  if (!hasSender || value('return-path') === '<>') return sentence('A bounce: nobody sent it.')
  if (from !== undefined && (NOBODY.test(from) || from.endsWith(`@${domain}`)))
    return sentence('A machine sent it.')
  const submitted = value('auto-submitted')
  if (submitted !== undefined && submitted !== 'no') return sentence('An automatic answer.')
  if (/^multipart\/report\b/.test(value('content-type') ?? '')) return sentence('A report of a mail server.')
  if (/^(?:bulk|junk|list|auto_reply)$/.test(value('precedence') ?? '')) return sentence('A mail to many.')
  if (/\b(?:all|oof|autoreply)\b/.test(value('x-auto-response-suppress') ?? ''))
    return sentence('An automatic answer.')
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => headers.has(name)))
    return sentence('An automatic answer.')
  if (headers.has('list-id') || headers.has('list-unsubscribe')) return sentence('A mail of a list.')
  return undefined
}
