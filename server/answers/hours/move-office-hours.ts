import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { HoursCard, officeHours } from '#contract/office-hours'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { lockLedHours } from './access.ts'
import { hoursChanged, tellMoved } from './happenings.ts'
import { type Span, stateOf, whyNotSpan } from './hours.ts'
import { requireNoOverlap } from './overlap.ts'
import { readCard } from './read-hours.ts'

/** Gives office hours another theme or other times; while they are on, another end. */
export async function moveOfficeHours(
  ctx: Ctx,
  input: InputOf<typeof officeHours.moveOfficeHours>,
): Promise<HoursCard> {
  const hours = await lockLedHours(ctx, input.hoursId)
  const { id, hostId } = hours
  const beginsAt = Temporal.Instant.from(input.beginsAt)
  const endsAt = Temporal.Instant.from(input.endsAt)
  const opensAt =
    input.opensAt === undefined ? openingOf(hours, beginsAt) : Temporal.Instant.from(input.opensAt)
  const begun = stateOf(hours, ctx.now) === 'on' ? hours.beginsAt : undefined
  refuseIf(whyNotSpan({ opensAt, beginsAt, endsAt, begun }, ctx.now))
  await requireNoOverlap(ctx, { id, hostId, beginsAt, endsAt })
  await sql`
    update answers.hours
    set theme = ${input.theme}, opens_at = ${opensAt}, begins_at = ${beginsAt}, ends_at = ${endsAt},
      revision = revision + 1, changed_at = ${ctx.now}
    where id = ${id}`.execute(ctx.db)
  await tellMoved(ctx.db, id)
  const isMoved = !(hours.beginsAt.equals(beginsAt) && hours.endsAt.equals(endsAt))
  if (isMoved) await ctx.emit(hoursChanged(id))
  return readCard(ctx, id)
}

/** As it was, unless the beginning is before it now. */
function openingOf({ opensAt }: Span, beginsAt: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(opensAt, beginsAt) < 0 ? opensAt : beginsAt
}
