import type { InputOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import type { Done } from '#contract/ref'
import { atomically, type Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requireOtherAdministrator, requirePerson } from '#rooms/people'
import { passOnKeeping } from '#rooms/spaces'
import { refuseInSample } from './leave-network.ts'
import { letGo } from './let-go.ts'

/** Removes somebody else. What they alone kept passes on by itself: nobody need know of it who may not. */
export async function removePerson(ctx: Ctx, input: InputOf<typeof records.removePerson>): Promise<Done> {
  return atomically(ctx, async (ctx) => {
    const person = await requirePerson(ctx, input.id)
    if (person.id === ctx.viewer.personId) {
      throw refusal('invalid', 'not-yourself', 'To leave yourself, go to your own data.')
    }
    await refuseInSample(ctx)
    await requireOtherAdministrator(ctx.db, person.id)
    await passOnKeeping(ctx.db, person.id)
    await letGo(ctx, { id: person.id, becomes: input.becomes })
    return { done: true }
  })
}
