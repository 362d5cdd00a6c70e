// Who reacted to something said as one who waits for the same.
import { sql } from 'kysely'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'

type Asked = { saidIds: readonly SaidId[]; until: Temporal.Instant }

/** Those who agreed or were curious, by what they reacted to; nothing for what nobody did. */
export async function listAgreeing(
  db: Db,
  { saidIds, until }: Asked,
): Promise<ReadonlyMap<SaidId, PersonId[]>> {
  const found = await sql<{ saidId: SaidId; personIds: PersonId[] }>`
    select a.said_id as "saidId", array_agg(distinct a.person_id) as "personIds"
    from spaces.reaction a
    where a.said_id = any (${saidIds}::uuid[]) and a.kind in ('agree', 'curious') and a.at <= ${until}
    group by a.said_id`.execute(db)
  return new Map(found.rows.map(({ saidId, personIds }) => [saidId, personIds]))
}
