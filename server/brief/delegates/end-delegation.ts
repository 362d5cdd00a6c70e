import { sql } from 'kysely'
import type { Delegates, delegates } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { type Delegation, endAllDelegations, endDelegation as endOne } from '#rooms/people'
import { listDelegates } from './list-delegates.ts'

/** Ends at once that somebody prepares one's brief. */
export async function endDelegation(
  ctx: Ctx,
  { personId }: InputOf<typeof delegates.endDelegation>,
): Promise<Delegates> {
  const executiveId = ctx.viewer.personId
  const ended = await endOne(ctx.db, { executiveId, delegateId: personId, at: ctx.now })
  if (ended.length === 0) {
    throw refusal('not-found', 'no-such-delegate', 'This person does not prepare your brief.')
  }
  await forgetPrepared(ctx.db, { ended, byId: executiveId, at: ctx.now })
  return listDelegates(ctx, {})
}

/** Ends all delegations of somebody who leaves, in the transaction in which they go. */
export async function endDelegationsOf(
  db: Db,
  { personId, at }: { personId: PersonId; at: Temporal.Instant },
): Promise<void> {
  const ended = await endAllDelegations(db, { personId, at })
  await forgetPrepared(db, { ended, byId: personId, at })
}

type Ended = { ended: readonly Delegation[]; byId: PersonId; at: Temporal.Instant }

/** What was prepared goes from what is coming, and stays in the log. */
async function forgetPrepared(db: Db, { ended, byId, at }: Ended): Promise<void> {
  for (const { executiveId, delegateId } of ended) {
    await sql`delete from brief.prepared where executive_id = ${executiveId} and by_id = ${delegateId}`.execute(
      db,
    )
    await sql`
      insert into brief.delegate_act (id, executive_id, delegate_id, by_id, kind, at)
      values (${newId<string>(at)}, ${executiveId}, ${delegateId}, ${byId}, 'ended', ${at})`.execute(db)
  }
}
