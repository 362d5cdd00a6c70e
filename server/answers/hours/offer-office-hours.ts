import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { HoursCard, officeHours } from '#contract/office-hours'
import type { HoursId, PersonId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { requireReadableSpace } from '#rooms/spaces'
import { findHosts } from './hosts.ts'
import { whyNotSpan } from './hours.ts'
import { requireNoOverlap } from './overlap.ts'
import { readCard } from './read-hours.ts'

/** Offers office hours in a space that both read, the host and whoever offers for them. */
export async function offerOfficeHours(
  ctx: Ctx,
  input: InputOf<typeof officeHours.offerOfficeHours>,
): Promise<HoursCard> {
  const { hostId, theme } = input
  const space = await requireReadableSpace(ctx, input.spaceId)
  await requireHost(ctx, { hostId, spaceId: space.id })
  const beginsAt = Temporal.Instant.from(input.beginsAt)
  const endsAt = Temporal.Instant.from(input.endsAt)
  const opensAt =
    input.opensAt === undefined ? earlier(ctx.now, beginsAt) : Temporal.Instant.from(input.opensAt)
  refuseIf(whyNotSpan({ opensAt, beginsAt, endsAt }, ctx.now))
  const id = newId<HoursId>(ctx.now)
  await requireNoOverlap(ctx, { id, hostId, beginsAt, endsAt })
  await sql`
    insert into answers.hours (id, host_id, offered_by, space_id, theme, opens_at, begins_at, ends_at, changed_at)
    values (${id}, ${hostId}, ${ctx.viewer.personId}, ${space.id}, ${theme}, ${opensAt}, ${beginsAt}, ${endsAt},
      ${ctx.now})`.execute(ctx.db)
  return readCard(ctx, id)
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}

async function requireHost(
  ctx: Ctx,
  { hostId, spaceId }: { hostId: PersonId; spaceId: SpaceId },
): Promise<void> {
  const hosts = await findHosts(ctx)
  const host = hosts.find(({ id }) => id === hostId)
  if (host === undefined) {
    throw refusal(
      'forbidden',
      'no-host',
      'Executives offer office hours, and those who prepare for them. Ask one of them for theirs.',
    )
  }
  const seen = await sql`
    select from spaces.visible_space(${hostId}) v where v.space_id = ${spaceId}`.execute(ctx.db)
  if (seen.rows.length === 0) {
    throw refusal(
      'conflict',
      'host-cannot-read',
      '{name} does not read this space. Invite them to it first.',
      {
        name: host.name,
      },
    )
  }
}
