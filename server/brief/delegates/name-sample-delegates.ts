import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { News } from '#platform/journal'
import { beginDelegations, type Delegation } from '#rooms/people'

type Opened = { delegations: Delegation[]; at: string }

/** In the sample company whoever has the role prepares the brief of the executive they report to, from the beginning. */
export async function nameSampleDelegates(db: Db, facts: News['facts']): Promise<void> {
  const { delegations, at } = facts as Opened
  const begun = await beginDelegations(db, { delegations, at: Temporal.Instant.from(at) })
  await sql`
    insert into brief.delegate_act (id, executive_id, delegate_id, by_id, kind, at)
    select gen_random_uuid(), b."executiveId", b."delegateId", b."executiveId", 'named', ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) as b ("executiveId" uuid, "delegateId" uuid)`.execute(
    db,
  )
}
