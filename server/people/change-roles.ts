import type { InputOf } from '#contract/endpoint'
import type { Person, people } from '#contract/people'
import { atomically, type Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requirePerson } from './access.ts'
import { rolesChanged } from './events.ts'
import { toReply } from './reply.ts'
import { whyNotRoles, whyNotStopAdministering } from './roles.ts'
import { lockAdministrators, setStanding } from './store.ts'

export async function changeRoles(ctx: Ctx, input: InputOf<typeof people.changeRoles>): Promise<Person> {
  return atomically(ctx, async (ctx) => {
    const administrators = await lockAdministrators(ctx.db)
    const person = await requirePerson(ctx, input.id)
    const roles = [...new Set(input.roles)]
    refuseIf(whyNotRoles(roles))
    if (!roles.includes('administrator')) refuseIf(whyNotStopAdministering(person.id, administrators))
    await setStanding(ctx.db, { id: person.id, roles, isActive: person.isActive })
    await ctx.emit(rolesChanged(person.id))
    return toReply(ctx, person.id)
  })
}
