// Fetching and the right to fetch are one step: members see everybody, guests themselves.
import { sql } from 'kysely'
import type { PersonId, Role } from '#contract/ref'
import { type Ctx, isGuest } from '#platform/ctx'
import { refusal } from '#platform/refusal'

export type HeldPerson = { id: PersonId; name: string; roles: Role[]; isActive: boolean }

/**
 * A person whom the viewer may see.
 * @throws Refusal `no-such-person` when there is none, or the viewer is a guest and it is somebody else
 */
export async function requirePerson(ctx: Ctx, id: PersonId): Promise<HeldPerson> {
  const found = await sql<HeldPerson>`
    select id, name, roles, is_active as "isActive" from people.person where id = ${id}`.execute(ctx.db)
  const person = found.rows[0]
  if (person === undefined || (isGuest(ctx.viewer) && id !== ctx.viewer.personId)) {
    throw refusal('not-found', 'no-such-person', 'This person does not exist for you.')
  }
  return person
}
