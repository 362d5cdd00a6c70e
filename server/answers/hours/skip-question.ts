import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { lockWaiting } from './access.ts'
import { whyNotChange } from './hours.ts'
import { letGo } from './let-go.ts'

/** Leaves a question for later. */
export async function skipQuestion(
  ctx: Ctx,
  { postId }: InputOf<typeof officeHours.skipQuestion>,
): Promise<Done> {
  const queued = await lockWaiting(ctx, postId)
  refuseIf(whyNotChange(queued.hours, ctx.now))
  await sql`update answers.hours_question set skipped_at = ${ctx.now} where post_id = ${postId}`.execute(
    ctx.db,
  )
  await letGo(ctx, queued)
  return { done: true }
}
