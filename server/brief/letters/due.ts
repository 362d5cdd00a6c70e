// Whose brief goes out by itself, and when the next one does.
import { sql } from 'kysely'
import type { BriefChannel } from '#contract/brief'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { takeDueIn } from '#platform/take-due'
import { findReader } from '#rooms/people'
import { FALLBACK_TIME_ZONE, nextSending, type Rhythm } from '../next-sitting.ts'
import { readPreference } from '../preference.ts'

/**
 * Notes when somebody's next brief goes out by itself, or that none does; call it when what decides that changed.
 * @returns what decided it
 */
export async function noteNextSending(
  db: Db,
  personId: PersonId,
  now: Temporal.Instant,
): Promise<{ channel: BriefChannel; rhythm: Rhythm }> {
  const { settings } = await readPreference(db, personId)
  const { channel, weekdays, time } = settings
  const reader = await findReader(db, personId)
  const rhythm = { weekdays, time, timeZone: reader?.timeZone ?? FALLBACK_TIME_ZONE }
  const at = channel === 'web' ? undefined : nextSending(now, rhythm)
  if (at === undefined) await forgetDue(db, personId)
  else {
    await sql`
      insert into brief.due (person_id, at) values (${personId}, ${at})
      on conflict (person_id) do update set at = excluded.at`.execute(db)
  }
  return { channel, rhythm }
}

export async function forgetDue(db: Db, personId: PersonId): Promise<void> {
  await sql`delete from brief.due where person_id = ${personId}`.execute(db)
}

/** Takes people whose brief is due, those who wait longest first; whom another process has taken are left to it. */
export function takeDue(db: Db, asked: { now: Temporal.Instant; most: number }): Promise<PersonId[]> {
  return takeDueIn(db, sql.table('brief.due'), asked)
}

/** Holds somebody until the transaction ends. @returns false when nothing of theirs is due any more */
export async function holdDue(db: Db, personId: PersonId): Promise<boolean> {
  const held = await sql`select from brief.due where person_id = ${personId} for update`.execute(db)
  return held.rows.length > 0
}
