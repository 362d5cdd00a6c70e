import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { lockWaiting } from './access.ts'
import { tellMoved } from './happenings.ts'
import { whyNotNow } from './hours.ts'

/** Puts a question on top for everybody who looks, while the office hours are on. */
export async function callUpQuestion(
  ctx: Ctx,
  { postId }: InputOf<typeof officeHours.callUpQuestion>,
): Promise<Done> {
  const { hours } = await lockWaiting(ctx, postId)
  refuseIf(whyNotNow(hours, ctx.now))
  await sql`update answers.hours set called_id = ${postId} where id = ${hours.id}`.execute(ctx.db)
  await sql`update answers.hours_question set skipped_at = null where post_id = ${postId}`.execute(ctx.db)
  await tellMoved(ctx.db, hours.id)
  return { done: true }
}
