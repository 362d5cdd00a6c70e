// Fetching a group and the right to change it. Members of the network see every group and who is in it.
import { sql } from 'kysely'
import type { GroupId, OpenGroup } from '#contract/named-groups'
import type { Ctx } from '#platform/ctx'
import { type Refusal, refusal } from '#platform/refusal'

/** @throws Refusal `no-such-group` when there is none */
export async function requireGroup(ctx: Ctx, id: GroupId): Promise<OpenGroup> {
  const found = await sql<OpenGroup>`
    select g.id, g.name, maker.ref as "madeBy", json_array_length(listed.refs) as "memberCount", listed.refs as members,
      json_build_object('edit', g.made_by = ${ctx.viewer.personId} or ${isSteward(ctx)}::boolean) as may
    from spaces.named_group g
    join people.person_card maker on maker.id = g.made_by
    cross join lateral (
      select coalesce(json_agg(card.ref order by lower(card.ref ->> 'name'), card.id), '[]') as refs
      from spaces.named_group_member m join people.person_card card on card.id = m.person_id and card.is_active
      where m.group_id = g.id
    ) listed
    where g.id = ${id}`.execute(ctx.db)
  const group = found.rows[0]
  if (group === undefined) throw refusal('not-found', 'no-such-group', 'This group does not exist.')
  return group
}

function isSteward({ viewer }: Ctx): boolean {
  return viewer.roles.has('steward')
}

/** Stewards make groups, and whoever keeps a space. */
export async function mayMakeGroups(ctx: Ctx): Promise<boolean> {
  if (isSteward(ctx)) return true
  const found = await sql`
    select from spaces.membership where person_id = ${ctx.viewer.personId} and is_keeper limit 1`.execute(
    ctx.db,
  )
  return found.rows.length > 0
}

export function whyNotMakeGroup({ mayMake }: { mayMake: boolean }): Refusal | undefined {
  if (mayMake) return undefined
  return refusal('forbidden', 'not-a-keeper', 'Stewards and keepers of a space make groups.')
}

export function whyNotChangeGroup({ may }: Pick<OpenGroup, 'may'>): Refusal | undefined {
  if (may.edit) return undefined
  return refusal('forbidden', 'not-your-group', 'Whoever made it and stewards change a group.')
}
