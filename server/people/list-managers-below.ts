import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import { type people, UNFOLDED_MAX } from '#contract/people'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requirePerson } from './access.ts'

/** A person and the nearest of those below who have reports themselves, level by level. */
export async function listManagersBelow(
  ctx: Ctx,
  input: InputOf<typeof people.listManagersBelow>,
): Promise<ReplyOf<typeof people.listManagersBelow>> {
  const person = await requirePerson(ctx, input.id)
  // The recursion goes level by level and stops once the limit is filled; `union` ends it in a circle.
  const found = await sql<{ id: PersonId }>`
    with recursive below (id) as (
      select ${person.id}::uuid
      union
      select r.id from below join people.person r on r.manager_id = below.id
      where r.is_active and exists (select from people.person s where s.manager_id = r.id and s.is_active)
    )
    select id from below limit ${UNFOLDED_MAX + 1}`.execute(ctx.db)
  return {
    managerIds: found.rows.slice(0, UNFOLDED_MAX).map(({ id }) => id),
    isCut: found.rows.length > UNFOLDED_MAX,
  }
}
