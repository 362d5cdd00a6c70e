import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requireVotable } from './access.ts'
import { tellMoved } from './happenings.ts'

export async function takeBackHoursVote(
  ctx: Ctx,
  { postId }: InputOf<typeof officeHours.takeBackHoursVote>,
): Promise<Done> {
  const { hours } = await requireVotable(ctx, postId)
  const taken = await sql`
    delete from answers.hours_vote
    where post_id = ${postId} and person_id = ${ctx.viewer.personId} returning post_id`.execute(ctx.db)
  if (taken.rows.length > 0) await tellMoved(ctx.db, hours.id)
  return { done: true }
}
