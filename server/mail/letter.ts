// A letter on its way out, as whoever writes one gives it. Pure.
import type { PersonId, PostId } from '#contract/ref'

export type Letter = {
  /** What it is sent once for: written again under the same key, it is not sent again. */
  uniqueKey: string
  /** Whom it goes to, where they read mail when it is sent. */
  personId: PersonId
  /** Where it goes instead, when it answers a mail that came from there. */
  address?: string
  /** Why they get it, in a few words for administrators, without anybody's words: `digest`. */
  why: string
  subject: string
  text: string
  html?: string
  /** Further headers, such as `List-Unsubscribe`; see `isHeader` for what they may be. */
  headers?: Readonly<Record<string, string>>
  /** The thread it speaks of: mail programs lay letters of one thread together. */
  postId?: PostId
  /** Whether answering the letter replies in that thread, where mail can come in at all. */
  takesReply?: boolean
  /** Where an answer goes instead. */
  replyTo?: string
}

const SUBJECT_CHARACTERS_MAX = 200
const HEADER_NAME = /^(?:List-[A-Za-z-]+|X-Foyer-[A-Za-z-]+)$/

/** Whether a header may be given with a letter: on one line, and none by which mail is carried. */
export function isHeader([name, value]: readonly [string, string]): boolean {
  return HEADER_NAME.test(name) && !/[\r\n\0]/.test(value)
}

/** A subject on one line, bounded. */
export function subjectOf(written: string): string {
  const line = written.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (line.length <= SUBJECT_CHARACTERS_MAX) return line
  return `${line.slice(0, SUBJECT_CHARACTERS_MAX - 1).toWellFormed()}…`
}
