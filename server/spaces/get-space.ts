import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import { type Ctx, isGuest } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { requireSpace } from './access.ts'
import { mayInSpace } from './membership.ts'
import { spaceCardFields } from './space-cards.ts'

/** A space as its page needs it. Who is in a closed space is for its members to see. */
export async function getSpace(ctx: Ctx, input: InputOf<typeof spaces.getSpace>): Promise<RawJson> {
  const space = await requireSpace(ctx, input.id)
  const may = mayInSpace(space, { isGuest: isGuest(ctx.viewer), roles: ctx.viewer.roles })
  const found = await sql<{ json: string }>`
    select json_build_object(
      ${spaceCardFields(ctx.viewer.personId)}, 'createdAt', s.created_at, 'may', ${JSON.stringify(may)}::json,
      'members', case when ${space.mayRead} then coalesce((
        select json_agg(card.ref order by card.name, card.id)
        from (
          select c.id, c.ref, c.ref ->> 'name' as name
          from spaces.membership m join people.person_card c on c.id = m.person_id
          where m.space_id = s.id
          order by 3, 1 limit 12
        ) card
      ), '[]') else '[]' end
    )::text as json
    from spaces.space s where s.id = ${space.id}`.execute(ctx.db)
  return { json: found.rows[0]?.json ?? 'null' }
}
