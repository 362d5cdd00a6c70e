// A letter as a mail: where it goes, how mail programs lay it in its thread, and what tells other machines not to
// answer it. Pure.
import type { PostId } from '#contract/ref'
import type { Mail } from '#outside/mail'

export type Outgoing = {
  id: string
  subject: string
  text: string
  html: string | null
  headers: Record<string, string>
  postId: PostId | null
}

type Around = {
  to: string
  /** The domain of ids, whether or not mail can come in there. */
  domain: string
  networkName: string
  replyTo: string | undefined
}

/** Marks what this house sent, so that it knows its own letters when one comes back. */
const OWN_MARK = 'X-Foyer-Letter'

export function mailOf(letter: Outgoing, { to, domain, networkName, replyTo }: Around): Mail {
  const { id, subject, text, postId } = letter
  return {
    to,
    subject,
    text,
    replyTo,
    html: letter.html ?? undefined,
    // The same at every try: who got it twice after a crash can tell, and most mail servers do.
    messageId: `<${id}@${domain}>`,
    inReplyTo: postId === null ? undefined : `<thread.${postId}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `"${networkName.replace(/["\\\r\n]/g, ' ')}" <foyer.${domain}>`,
      [OWN_MARK]: id,
      ...letter.headers,
    },
  }
}

/** The domain of an address as mail has it, `Foyer <foyer@example.org>`. */
export function domainOf(sender: string): string {
  return /@([a-z0-9.-]+)>?\s*$/i.exec(sender)?.[1]?.toLowerCase() ?? 'localhost'
}

const TRIES_AFTER_MINUTES = [1, 5, 15, 60, 240, 720, 1440] as const

/** After how many minutes a letter that failed is tried again; undefined once it is given up, after two days. */
export function retryAfterMinutes(tries: number): number | undefined {
  return TRIES_AFTER_MINUTES[tries - 1]
}
