import type { InputOf } from '#contract/endpoint'
import type { people } from '#contract/people'
import type { Done } from '#contract/ref'
import { atomically, type Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { requirePerson } from './access.ts'
import { personDeactivated } from './events.ts'
import { whyNotStopAdministering } from './roles.ts'
import { lockAdministrators, setStanding } from './store.ts'

/** Somebody who left is no longer let in; what they said, and their roles for a return, stay. */
export async function deactivatePerson(
  ctx: Ctx,
  input: InputOf<typeof people.deactivatePerson>,
): Promise<Done> {
  return atomically(ctx, async (ctx) => {
    const administrators = await lockAdministrators(ctx.db)
    const person = await requirePerson(ctx, input.id)
    if (person.id === ctx.viewer.personId) {
      throw refusal('invalid', 'not-yourself', 'Ask another administrator to deactivate you.')
    }
    refuseIf(whyNotStopAdministering(person.id, administrators))
    await setStanding(ctx.db, { id: person.id, roles: person.roles, isActive: false })
    await ctx.emit(personDeactivated(person.id))
    return { done: true }
  })
}
