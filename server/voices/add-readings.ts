// Readings that came from elsewhere than the page, in bulk.
import { sql } from 'kysely'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { countByDay } from './count-by-day.ts'

export type PlannedReading = {
  personId: PersonId
  saidId: SaidId
  authorId: PersonId
  seconds: number
  at: Temporal.Instant
}

/** Notes that people really read what others said; what one said oneself is nobody's reading, and is passed over. */
export async function addReadings(db: Db, planned: readonly PlannedReading[]): Promise<void> {
  const rows = planned
    .filter(({ personId, authorId }) => personId !== authorId)
    .map((row) => ({ ...row, at: row.at.toString() }))
  await sql`
    with fresh as (
      insert into voices.reading (person_id, said_id, author_id, seconds, first_at, last_at)
      select r."personId", r."saidId", r."authorId", r.seconds, r.at, r.at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
        "personId" uuid, "saidId" uuid, "authorId" uuid, seconds real, at timestamptz)
      returning person_id, said_id, author_id, first_at
    )
    ${countByDay}`.execute(db)
}
