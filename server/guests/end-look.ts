import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { guests } from '#contract/guests'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'

/** Ends a look of one's own; one that is over already, or never was, is over. */
export async function endLook(ctx: Ctx, { lookId }: InputOf<typeof guests.endLook>): Promise<Done> {
  await sql`
    update guests.look set ended_at = ${ctx.now}
    where id = ${lookId} and by_id = ${ctx.viewer.personId} and ended_at is null`.execute(ctx.db)
  return { done: true }
}
