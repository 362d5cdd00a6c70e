// People to whom something is due, taken by one of several processes at a time.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from './db.ts'

/** Whoever takes people puts them off first; were it to end in the middle, others take them after this. */
const HELD_MINUTES = 10

/**
 * Takes people to whom something is due, those who wait longest first; whom another process has taken are left to it.
 * @param table of a room, with `person_id` as its key and `at`, which an index serves
 */
export async function takeDueIn(
  db: Db,
  table: RawBuilder<unknown>,
  { now, most }: { now: Temporal.Instant; most: number },
): Promise<PersonId[]> {
  const taken = await sql<{ personId: PersonId }>`
    update ${table} set at = ${now.add({ minutes: HELD_MINUTES })}
    where person_id in (
      select person_id from ${table} where at <= ${now} order by at limit ${most} for update skip locked
    )
    returning person_id as "personId"`.execute(db)
  return taken.rows.map(({ personId }) => personId)
}
