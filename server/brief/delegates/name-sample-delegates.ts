import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { News } from '#platform/journal'

type Opened = { delegations: { executiveId: PersonId; delegateId: PersonId }[]; at: string }

/** In the sample company whoever has the role prepares the brief of the executive they report to, from the beginning. */
export async function nameSampleDelegates(db: Db, facts: News['facts']): Promise<void> {
  const { delegations, at } = facts as Opened
  await sql`
    with begun as (
      insert into brief.delegation (executive_id, delegate_id, begun_at)
      select d."executiveId", d."delegateId", ${at}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(delegations)}::jsonb) as d ("executiveId" uuid, "delegateId" uuid)
      returning executive_id, delegate_id, begun_at
    )
    insert into brief.delegate_act (id, executive_id, delegate_id, by_id, kind, at)
    select gen_random_uuid(), b.executive_id, b.delegate_id, b.executive_id, 'named', b.begun_at from begun b`.execute(
    db,
  )
}
