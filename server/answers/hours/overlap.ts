// Nobody is in two places at once.
import { sql } from 'kysely'
import type { HoursId, PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'

type Wanted = { id: HoursId; hostId: PersonId; beginsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** Holds that the host has no other office hours in this time, against others who would offer some just now too. */
export async function requireNoOverlap({ db }: Ctx, { id, hostId, beginsAt, endsAt }: Wanted): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`answers/hours ${hostId}`}, 0))`.execute(db)
  const found = await sql`
    select from answers.hours h
    where h.host_id = ${hostId} and h.id <> ${id} and h.cancelled_at is null
      and h.ends_at > ${beginsAt} and h.begins_at < ${endsAt} limit 1`.execute(db)
  if (found.rows.length > 0)
    throw refusal('conflict', 'overlaps', 'There are other office hours of the same host in this time.')
}
