import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { unfollow } from '#rooms/spaces'
import { requireQuestion } from '../access.ts'
import { readStanding } from '../standing/read-standing.ts'

/**
 * Whoever followed the thread before goes on following it. Somebody may have begun to wait at a question that was merged
 * into this one since; they wait there no longer either.
 */
export async function stopWaiting(
  ctx: Ctx,
  { postId }: InputOf<typeof answers.stopWaiting>,
): Promise<QuestionStanding> {
  await requireQuestion(ctx, postId)
  const gone = await sql<{ id: PostId; beganFollow: boolean }>`
    delete from answers.waiting
    where post_id in (select alike.post_id from answers.asked_alike(${postId}) alike)
      and person_id = ${ctx.viewer.personId}
    returning post_id as id, began_follow as "beganFollow"`.execute(ctx.db)
  for (const { id, beganFollow } of gone.rows) if (beganFollow) await unfollow(ctx, { what: 'thread', id })
  return readStanding(ctx, postId)
}
