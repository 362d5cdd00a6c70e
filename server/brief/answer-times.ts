// What answers took that were given from a brief, for whoever reckons what an answer is worth.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'

const TIMES_MAX = 200

/** Seconds from reading a question to its answer, the latest first. */
export async function answerTimes(db: Db, personId: PersonId, since: Temporal.Instant): Promise<number[]> {
  const found = await sql<{ seconds: number }>`
    select o.seconds from brief.outcome o
    where o.person_id = ${personId} and o.at > ${since} and o.action = 'answer' and o.seconds is not null
    order by o.at desc limit ${TIMES_MAX}`.execute(db)
  return found.rows.map(({ seconds }) => seconds)
}
