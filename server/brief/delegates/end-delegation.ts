import { type RawBuilder, sql } from 'kysely'
import type { Delegates, delegates } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { listDelegates } from './list-delegates.ts'

/** Ends at once that somebody prepares one's brief. */
export async function endDelegation(
  ctx: Ctx,
  { personId }: InputOf<typeof delegates.endDelegation>,
): Promise<Delegates> {
  const executiveId = ctx.viewer.personId
  const ended = await end(ctx.db, {
    which: sql`d.executive_id = ${executiveId} and d.delegate_id = ${personId}`,
    byId: executiveId,
    at: ctx.now,
  })
  if (ended === 0) {
    throw refusal('not-found', 'no-such-delegate', 'This person does not prepare your brief.')
  }
  return listDelegates(ctx, {})
}

/** Ends all delegations of somebody who leaves, in the transaction in which they go. */
export async function endDelegationsOf(
  db: Db,
  { personId, at }: { personId: PersonId; at: Temporal.Instant },
): Promise<void> {
  await end(db, { which: sql`${personId} in (d.executive_id, d.delegate_id)`, byId: personId, at })
}

type Ending = { which: RawBuilder<unknown>; byId: PersonId; at: Temporal.Instant }

/** What was prepared goes from what is coming, and stays in the log. */
async function end(db: Db, { which, byId, at }: Ending): Promise<number> {
  const ended = await sql<{ executiveId: PersonId; delegateId: PersonId }>`
    update brief.delegation d set ended_at = ${at} where d.ended_at is null and ${which}
    returning d.executive_id as "executiveId", d.delegate_id as "delegateId"`.execute(db)
  for (const { executiveId, delegateId } of ended.rows) {
    await sql`delete from brief.prepared where executive_id = ${executiveId} and by_id = ${delegateId}`.execute(
      db,
    )
    await sql`
      insert into brief.delegate_act (id, executive_id, delegate_id, by_id, kind, at)
      values (${newId<string>(at)}, ${executiveId}, ${delegateId}, ${byId}, 'ended', ${at})`.execute(db)
  }
  return ended.rows.length
}
