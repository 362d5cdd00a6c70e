import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requireVotable } from './access.ts'
import { tellMoved } from './happenings.ts'

/** Wants a queued question answered; a second time changes nothing. */
export async function voteInHours(
  ctx: Ctx,
  { postId }: InputOf<typeof officeHours.voteInHours>,
): Promise<Done> {
  const { hours } = await requireVotable(ctx, postId)
  const voted = await sql`
    insert into answers.hours_vote (post_id, person_id, at) values (${postId}, ${ctx.viewer.personId}, ${ctx.now})
    on conflict do nothing returning post_id`.execute(ctx.db)
  if (voted.rows.length > 0) await tellMoved(ctx.db, hours.id)
  return { done: true }
}
