import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { lockWaiting } from './access.ts'
import { questionSetAside } from './happenings.ts'
import { letGo } from './let-go.ts'

/** Sets a question aside, also after the end; its asker gets the reason. As a question of its space it stays open. */
export async function setAsideQuestion(
  ctx: Ctx,
  { postId, reason }: InputOf<typeof officeHours.setAsideQuestion>,
): Promise<Done> {
  const queued = await lockWaiting(ctx, postId)
  await sql`
    update answers.hours_question
    set set_aside_at = ${ctx.now}, set_aside_by = ${ctx.viewer.personId}, set_aside_reason = ${reason}
    where post_id = ${postId}`.execute(ctx.db)
  await letGo(ctx, queued)
  await ctx.emit(questionSetAside(postId))
  return { done: true }
}
