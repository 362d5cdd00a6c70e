// Whose brief goes out by itself, and when the next one does.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { findReader } from '#rooms/people'
import { nextSending, type Rhythm } from '../next-sitting.ts'
import { type Preference, readPreference } from '../preference.ts'
import { FALLBACK_TIME_ZONE } from '../reply.ts'

/** Whoever takes people puts them off first; were it to end in the middle, others take them after this. */
const HELD_MINUTES = 10

/** When somebody's briefs come, in the zone of their profile. */
export async function rhythmOf(
  db: Db,
  personId: PersonId,
  { settings }: Pick<Preference, 'settings'>,
): Promise<Rhythm> {
  const reader = await findReader(db, personId)
  return {
    weekdays: settings.weekdays,
    time: settings.time,
    timeZone: reader?.timeZone ?? FALLBACK_TIME_ZONE,
  }
}

/** Notes when somebody's next brief goes out by itself, or that none does; call it when what decides that changed. */
export async function noteNextSending(db: Db, personId: PersonId, now: Temporal.Instant): Promise<void> {
  const preference = await readPreference(db, personId)
  const rhythm = await rhythmOf(db, personId, preference)
  const at = preference.settings.channel === 'web' ? undefined : nextSending(now, rhythm)
  if (at === undefined) return forgetDue(db, personId)
  await sql`
    insert into brief.due (person_id, at) values (${personId}, ${at})
    on conflict (person_id) do update set at = excluded.at`.execute(db)
}

export async function forgetDue(db: Db, personId: PersonId): Promise<void> {
  await sql`delete from brief.due where person_id = ${personId}`.execute(db)
}

/** Takes people whose brief is due, those who wait longest first; whom another process has taken are left to it. */
export async function takeDue(
  db: Db,
  { now, most }: { now: Temporal.Instant; most: number },
): Promise<PersonId[]> {
  const taken = await sql<{ personId: PersonId }>`
    update brief.due set at = ${now.add({ minutes: HELD_MINUTES })}
    where person_id in (
      select person_id from brief.due where at <= ${now} order by at limit ${most} for update skip locked
    )
    returning person_id as "personId"`.execute(db)
  return taken.rows.map(({ personId }) => personId)
}

/** Holds somebody until the transaction ends. @returns false when nothing of theirs is due any more */
export async function holdDue(db: Db, personId: PersonId): Promise<boolean> {
  const held = await sql`select from brief.due where person_id = ${personId} for update`.execute(db)
  return held.rows.length > 0
}
