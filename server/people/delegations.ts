// Who prepares the brief of whom: begun, ended and forgotten here, as more than the brief asks who stands for whom.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'

export type Delegation = { executiveId: PersonId; delegateId: PersonId }

/** @returns those that were not under way before */
export async function beginDelegations(
  db: Db,
  { delegations, at }: { delegations: readonly Delegation[]; at: Temporal.Instant },
): Promise<Delegation[]> {
  const begun = await sql<Delegation>`
    insert into people.delegation (executive_id, delegate_id, begun_at)
    select d."executiveId", d."delegateId", ${at}
    from jsonb_to_recordset(${JSON.stringify(delegations)}::jsonb) as d ("executiveId" uuid, "delegateId" uuid)
    on conflict do nothing
    returning executive_id as "executiveId", delegate_id as "delegateId"`.execute(db)
  return begun.rows
}

/** @returns those that were under way */
export function endDelegation(
  db: Db,
  { executiveId, delegateId, at }: Delegation & { at: Temporal.Instant },
): Promise<Delegation[]> {
  return end(db, { which: sql`d.executive_id = ${executiveId} and d.delegate_id = ${delegateId}`, at })
}

/** All of somebody, on either side. */
export function endAllDelegations(
  db: Db,
  { personId, at }: { personId: PersonId; at: Temporal.Instant },
): Promise<Delegation[]> {
  return end(db, { which: sql`${personId} in (d.executive_id, d.delegate_id)`, at })
}

async function end(
  db: Db,
  { which, at }: { which: RawBuilder<unknown>; at: Temporal.Instant },
): Promise<Delegation[]> {
  const ended = await sql<Delegation>`
    update people.delegation d set ended_at = ${at} where d.ended_at is null and ${which}
    returning d.executive_id as "executiveId", d.delegate_id as "delegateId"`.execute(db)
  return ended.rows
}

/** That they ever prepared for anybody, or anybody for them. */
export async function forgetDelegations(db: Db, personId: PersonId): Promise<void> {
  await sql`delete from people.delegation where ${personId} in (executive_id, delegate_id)`.execute(db)
}
