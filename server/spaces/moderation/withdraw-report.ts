import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'

/** Takes a report of the viewer's back while it waits; a case that nobody reports any more is none. */
export async function withdrawReport(
  ctx: Ctx,
  { saidId }: InputOf<typeof moderation.withdrawReport>,
): Promise<Done> {
  await sql`
    delete from spaces.report r using spaces.moderation_case c
    where c.id = r.case_id and c.said_id = ${saidId} and c.state = 'open' and r.person_id = ${ctx.viewer.personId}`.execute(
    ctx.db,
  )
  await sql`
    delete from spaces.moderation_case c
    where c.said_id = ${saidId} and c.state = 'open' and c.watched is null and c.appeal is null and c.decided_at is null
      and not exists (select from spaces.report r where r.case_id = c.id)`.execute(ctx.db)
  return { done: true }
}
