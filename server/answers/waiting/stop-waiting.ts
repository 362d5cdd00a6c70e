import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { unfollow } from '#rooms/spaces'
import { requireQuestion } from '../access.ts'
import { readStanding } from '../standing/read-standing.ts'

/** Whoever followed the thread before goes on following it. */
export async function stopWaiting(
  ctx: Ctx,
  { postId }: InputOf<typeof answers.stopWaiting>,
): Promise<QuestionStanding> {
  await requireQuestion(ctx, postId)
  const gone = await sql<{ beganFollow: boolean }>`
    delete from answers.waiting where post_id = ${postId} and person_id = ${ctx.viewer.personId}
    returning began_follow as "beganFollow"`.execute(ctx.db)
  if (gone.rows[0]?.beganFollow) await unfollow(ctx, { what: 'thread', id: postId })
  return readStanding(ctx, postId)
}
