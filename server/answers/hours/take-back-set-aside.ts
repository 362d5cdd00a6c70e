import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { lockLedQueued } from './access.ts'
import { tellMoved } from './happenings.ts'

/** Puts a question back into the queue; its votes are as they were. */
export async function takeBackSetAside(
  ctx: Ctx,
  { postId }: InputOf<typeof officeHours.takeBackSetAside>,
): Promise<Done> {
  const { hours } = await lockLedQueued(ctx, postId)
  await sql`
    update answers.hours_question
    set set_aside_at = null, set_aside_by = null, set_aside_reason = null where post_id = ${postId}`.execute(
    ctx.db,
  )
  await tellMoved(ctx.db, hours.id)
  return { done: true }
}
