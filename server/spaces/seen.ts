// The SQL that notes until when somebody has seen what.
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'

/** A thread, a space, a person whom one follows; one's own id stands for everything. */
export type SeenTarget = PostId | SpaceId | PersonId

type Seen = { personId: PersonId; targetId: SeenTarget; at: Temporal.Instant }

/** Notes that somebody has seen something until an instant. It never goes back. */
export async function noteSeen(db: Db, { personId, targetId, at }: Seen): Promise<void> {
  await sql`
    insert into spaces.seen as s (person_id, target_id, seen_at) values (${personId}, ${targetId}, ${at})
    on conflict (person_id, target_id) do update set seen_at = excluded.seen_at, earlier_at = null
    where excluded.seen_at > s.seen_at`.execute(db)
}

/** The same in bulk, for what comes in from elsewhere. */
export async function addSeen(
  db: Db,
  rows: readonly { personId: PersonId; targetId: SeenTarget; at: Temporal.Instant }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into spaces.seen as s (person_id, target_id, seen_at)
    select "personId", "targetId", max(at)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("personId" uuid, "targetId" uuid, at timestamptz)
    group by 1, 2
    on conflict (person_id, target_id) do update set seen_at = excluded.seen_at
    where excluded.seen_at > s.seen_at`.execute(db)
}

/**
 * Notes that somebody is caught up, and remembers what stood there, so that it can be taken back.
 * @returns until when they are caught up now
 */
export async function catchUp(db: Db, { personId, targetId, at }: Seen): Promise<Temporal.Instant> {
  const noted = await sql<{ at: Temporal.Instant }>`
    insert into spaces.seen as s (person_id, target_id, seen_at, earlier_at)
    values (${personId}, ${targetId}, ${at}, '-infinity')
    on conflict (person_id, target_id) do update
      set seen_at = greatest(s.seen_at, excluded.seen_at),
        earlier_at = case when excluded.seen_at > s.seen_at then s.seen_at else s.earlier_at end
    returning seen_at as at`.execute(db)
  return noted.rows[0]?.at ?? at
}

/** Puts back what stood before somebody was caught up at `at`, unless something was noted since. */
export async function takeBackCatchUp(db: Db, { personId, targetId, at }: Seen): Promise<void> {
  await sql`
    with gone as (
      delete from spaces.seen
      where person_id = ${personId} and target_id = ${targetId} and seen_at = ${at} and earlier_at = '-infinity'
    )
    update spaces.seen set seen_at = earlier_at, earlier_at = null
    where person_id = ${personId} and target_id = ${targetId} and seen_at = ${at} and earlier_at > '-infinity'`.execute(
    db,
  )
}
