import type { Delegates, delegates } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { beginDelegations, requirePerson } from '#rooms/people'
import { listDelegates } from './list-delegates.ts'
import { whyNotName } from './preparing.ts'
import { noteAct } from './store.ts'

/** Lets somebody prepare one's brief; whoever does already goes on with it. */
export async function nameDelegate(
  ctx: Ctx,
  { personId: delegateId }: InputOf<typeof delegates.nameDelegate>,
): Promise<Delegates> {
  const executiveId = ctx.viewer.personId
  const person = await requirePerson(ctx, delegateId)
  const { yours } = await listDelegates(ctx, {})
  if (yours.some(({ person: { id } }) => id === delegateId)) return listDelegates(ctx, {})
  refuseIf(
    whyNotName({
      isSelf: delegateId === executiveId,
      isActive: person.isActive,
      isGuest: person.roles.includes('guest'),
      count: yours.length,
    }),
  )
  await beginDelegations(ctx.db, { delegations: [{ executiveId, delegateId }], at: ctx.now })
  await noteAct(ctx, { executiveId, kind: 'named', delegateId })
  return listDelegates(ctx, {})
}
