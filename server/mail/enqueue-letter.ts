import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { isHeader, type Letter, subjectOf } from './letter.ts'

/**
 * Writes a letter, to be sent once the caller's transaction has committed; call it within that transaction. A letter
 * whose key was used before changes nothing.
 * @returns whether it was written
 * @throws Error when a header is none that a letter may have
 */
export async function enqueueLetter(db: Db, letter: Letter, now: Temporal.Instant): Promise<boolean> {
  const { uniqueKey, personId, address = null, why, text, html = null, headers = {}, postId = null } = letter
  const wrong = Object.entries(headers).find((header) => !isHeader(header))
  if (wrong !== undefined) throw new Error(`a letter may not have the header ${wrong[0]}`)
  const written = await sql`
    insert into mail.letter
      (id, unique_key, person_id, address, why, subject, text, html, headers, post_id, takes_reply, reply_to,
      written_at, next_at)
    values (${newId(now)}, ${uniqueKey}, ${personId}, ${address}, ${why}, ${subjectOf(letter.subject)}, ${text}, ${html},
      ${JSON.stringify(headers)}::jsonb, ${postId}, ${letter.takesReply ?? false},
      ${letter.replyTo ?? null}, ${now}, ${now})
    on conflict (unique_key) do nothing returning id`.execute(db)
  return written.rows.length > 0
}
