import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { secrecy } from '#contract/secrecy'
import { atomically } from '#platform/ctx'
import type { SignInRequest } from '#platform/gate'
import { refusal } from '#platform/refusal'
import { refuseNamed } from './refuse-named.ts'
import { requireAsker } from './require-asker.ts'
import { hourAfter } from './token.ts'

/** Keeps for the next full hour which reply is the answer; another one chosen within it takes its place. */
export async function acceptAnonymously(
  request: SignInRequest,
  { replyId, ...asker }: InputOf<typeof secrecy.acceptAnonymously>,
): Promise<Done> {
  refuseNamed(request)
  return atomically(request.ctx, async ({ db, now }) => {
    const { postId } = await requireAsker(db, asker)
    const answer = await sql`
      select from spaces.said w
      where w.post_id = ${postId} and w.reply_id = ${replyId} and w.deleted_at is null
        and w.author_id <> ${COLLEAGUE_ID}`.execute(db)
    if (answer.rows.length === 0) throw noSuchAnswer()
    await sql`delete from answers.unposted where post_id = ${postId} and what = 'answer'`.execute(db)
    await sql`
      insert into answers.unposted (what, post_id, posted_at, reply_id)
      values ('answer', ${postId}, ${hourAfter(now)}, ${replyId})`.execute(db)
    return { done: true }
  })
}

const noSuchAnswer = () =>
  refusal('not-found', 'no-such-answer', 'There is no such reply of somebody else in this thread any more.')
