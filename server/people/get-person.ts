import type { InputOf } from '#contract/endpoint'
import type { Person, people } from '#contract/people'
import type { Ctx } from '#platform/ctx'
import { requirePerson } from './access.ts'
import { toReply } from './reply.ts'

export async function getPerson(ctx: Ctx, input: InputOf<typeof people.getPerson>): Promise<Person> {
  const person = await requirePerson(ctx, input.id)
  return toReply(ctx, person.id)
}
