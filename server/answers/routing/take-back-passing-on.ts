import { sql } from 'kysely'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { takeBackTold } from '#rooms/notices'
import { requireQuestion } from '../access.ts'
import { questionChanged } from '../live.ts'

type PassedOn = { postId: PostId; at: Temporal.Instant }

/** The question waits for the viewer again. Whoever was asked since stays asked: they may be at it already. */
export async function takeBackPassingOn(ctx: Ctx, { postId, at }: PassedOn): Promise<void> {
  const { db, viewer } = ctx
  const passed = await sql`
    select from answers.routing
    where post_id = ${postId} and person_id = ${viewer.personId} and declined_at = ${at}`.execute(db)
  if (passed.rows.length === 0) return
  const question = await requireQuestion(ctx, postId)
  await sql`
    update answers.routing set declined_at = null, why = null
    where post_id = ${postId} and person_id = ${viewer.personId} and declined_at = ${at}
    returning ${telling(questionChanged(question))}`.execute(db)
  await takeBackTold(db, { postId, how: 'passed-on', byId: viewer.personId })
}
