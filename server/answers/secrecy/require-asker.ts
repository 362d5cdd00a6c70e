// An anonymous question and the right of its asker to it, by the secret that their device made.
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'
import { hashOfSecret } from './token.ts'

export type Asking = { postId: PostId; followUps: number }

/** Holds the question until the transaction is over. @throws {Refusal} the same whether the question or the secret is wrong */
export async function requireAsker(
  db: Db,
  { postId, secret }: { postId: PostId; secret: string },
): Promise<Asking> {
  const found = await sql<Asking & { secretHash: string }>`
    select a.post_id as "postId", a.follow_ups as "followUps", a.secret_hash as "secretHash"
    from answers.anonymous a where a.post_id = ${postId} for update`.execute(db)
  const row = found.rows[0]
  const given = Buffer.from(hashOfSecret(secret))
  if (row === undefined || !timingSafeEqual(given, Buffer.from(row.secretHash))) {
    throw refusal(
      'not-found',
      'not-the-asker',
      'There is no anonymous question here with this code. If you asked within the last hour, wait until it is posted.',
    )
  }
  return { postId: row.postId, followUps: row.followUps }
}
