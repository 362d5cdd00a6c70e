// Takes out again people and addresses that an archive made known, as far as nothing else has come of them.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'

/**
 * Forgets people who were never let in, who said and did nothing, and whom no chart and no other person names.
 * @returns those who are gone
 */
export async function forgetPeople(db: Db, ids: readonly PersonId[]): Promise<PersonId[]> {
  if (ids.length === 0) return []
  const forgotten = await sql<{ id: PersonId }>`
    delete from people.person p
    using people.without_trace(${ids}::uuid[]) untraced
    where p.id = untraced.person_id and not p.is_active and p.manager_id is null and p.external_key is null
    returning p.id`.execute(db)
  return forgotten.rows.map((row) => row.id)
}

/** Takes addresses away again that were merged on evidence and that nobody has confirmed or split since. */
export async function removeMergedAddresses(
  db: Db,
  merged: readonly { address: string; personId: PersonId }[],
): Promise<number> {
  if (merged.length === 0) return 0
  const removed = await sql`
    delete from people.address a
    using unnest(${merged.map((row) => row.address)}::text[], ${merged.map((row) => row.personId)}::uuid[])
      as given (address, person_id)
    where a.address = given.address and a.person_id = given.person_id and a.evidence is not null
    returning a.address`.execute(db)
  return removed.rows.length
}
