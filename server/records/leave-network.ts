import type { InputOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import type { Done } from '#contract/ref'
import { atomically, type Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { findNetwork, requireOtherAdministrator, requirePerson } from '#rooms/people'
import { listOnlyKeeping } from '#rooms/spaces'
import { whyNotByName, whyNotGo } from './leaving.ts'
import { letGo } from './let-go.ts'

/** One leaves by oneself. In the sample company nobody does: whoever comes next stands in the same shoes. */
export async function leaveNetwork(ctx: Ctx, input: InputOf<typeof records.leaveNetwork>): Promise<Done> {
  return atomically(ctx, async (ctx) => {
    const id = ctx.viewer.personId
    const person = await requirePerson(ctx, id)
    refuseIf(whyNotByName(input.yourName, person.name))
    await refuseInSample(ctx)
    await requireOtherAdministrator(ctx.db, id)
    refuseIf(whyNotGo(await listOnlyKeeping(ctx.db, id)))
    await letGo(ctx, { id, becomes: input.becomes })
    return { done: true }
  })
}

export async function refuseInSample({ db }: Ctx): Promise<void> {
  if (!(await findNetwork(db))?.isSample) return
  throw refusal('conflict', 'sample', 'In the sample company nobody leaves: others stand in the same shoes.')
}
