import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { HoursCard, officeHours } from '#contract/office-hours'
import type { Ctx } from '#platform/ctx'
import { lockLedHours } from './access.ts'
import { hoursChanged, tellMoved } from './happenings.ts'
import { readCard } from './read-hours.ts'

/** Cancels office hours. Their questions stay open in the space. */
export async function cancelOfficeHours(
  ctx: Ctx,
  { hoursId }: InputOf<typeof officeHours.cancelOfficeHours>,
): Promise<HoursCard> {
  const { id } = await lockLedHours(ctx, hoursId)
  await sql`
    update answers.hours
    set cancelled_at = ${ctx.now}, called_id = null, revision = revision + 1, changed_at = ${ctx.now}
    where id = ${id}`.execute(ctx.db)
  await tellMoved(ctx.db, id)
  await ctx.emit(hoursChanged(id))
  return readCard(ctx, id)
}
