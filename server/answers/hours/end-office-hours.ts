import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { HoursCard, officeHours } from '#contract/office-hours'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { lockLedHours } from './access.ts'
import { tellMoved } from './happenings.ts'
import { whyNotNow } from './hours.ts'
import { readCard } from './read-hours.ts'

/** Ends office hours that are on. Whoever queued is not written to: the end is all that changed. */
export async function endOfficeHours(
  ctx: Ctx,
  { hoursId }: InputOf<typeof officeHours.endOfficeHours>,
): Promise<HoursCard> {
  const hours = await lockLedHours(ctx, hoursId)
  refuseIf(whyNotNow(hours, ctx.now))
  // Ended in the very moment in which it began, it would otherwise have no length.
  await sql`
    update answers.hours
    set ends_at = greatest(${ctx.now}::timestamptz, begins_at + interval '1 second'), called_id = null,
      revision = revision + 1, changed_at = ${ctx.now}
    where id = ${hours.id}`.execute(ctx.db)
  await tellMoved(ctx.db, hours.id)
  return readCard(ctx, hours.id)
}
