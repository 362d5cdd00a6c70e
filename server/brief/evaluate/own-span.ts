import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'

/** When somebody first and last said something; undefined for who never did, and so never answered anything. */
export async function ownSpan(
  db: Db,
  personId: PersonId,
): Promise<{ first: Temporal.Instant; last: Temporal.Instant } | undefined> {
  const found = await sql<{ first: Temporal.Instant | null; last: Temporal.Instant | null }>`
    select min(w.created_at) as first, max(w.created_at) as last
    from spaces.said w where w.author_id = ${personId}`.execute(db)
  const { first, last } = found.rows[0] ?? { first: null, last: null }
  return first === null || last === null ? undefined : { first, last }
}
