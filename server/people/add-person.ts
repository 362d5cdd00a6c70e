import type { InputOf } from '#contract/endpoint'
import type { Person, people } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { atomically, type Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { requirePerson } from './access.ts'
import { personAdded } from './events.ts'
import { findPersonByAddress } from './find-people.ts'
import { toReply } from './reply.ts'
import { whyNotRoles } from './roles.ts'
import { insertAddress, insertPerson, setStanding } from './store.ts'

type Input = InputOf<typeof people.addPerson>

/**
 * Adds somebody. An address of a person who left, or who is known only from an archive, brings that person back
 * with all they said.
 */
export async function addPerson(ctx: Ctx, input: Input): Promise<Person> {
  return atomically(ctx, async (ctx) => {
    if (input.managerId !== undefined) await requirePerson(ctx, input.managerId)
    refuseIf(whyNotRoles(input.roles))
    const known = await findPersonByAddress(ctx.db, input.address)
    if (known?.isActive) throw isTaken()
    const id = known?.id ?? newId<PersonId>(ctx.now)
    if (known === undefined) await insert(ctx, { ...input, id })
    else await setStanding(ctx.db, { id, roles: input.roles, isActive: true })
    await ctx.emit(personAdded(id))
    return toReply(ctx, id)
  })
}

async function insert(ctx: Ctx, person: Input & { id: PersonId }): Promise<void> {
  const { id, name, roles, managerId, address } = person
  await insertPerson(ctx.db, { id, name, roles, managerId, timeZone: undefined, at: ctx.now })
  if (!(await insertAddress(ctx.db, { address, personId: id, at: ctx.now }))) throw isTaken()
}

function isTaken() {
  return refusal('conflict', 'address-taken', 'Somebody here already has this address.')
}
