import { type RawBuilder, sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { NamedGroup, namedGroups, OpenGroup } from '#contract/named-groups'
import { type Ctx, isGuest } from '#platform/ctx'
import { cursorOf, readCursor } from '#platform/cursor'
import { mayMakeGroups, requireGroup } from './access.ts'

/** By name; those whose name begins so, or one of its words does. Guests know of none. */
export async function suggestGroups(
  ctx: Ctx,
  { text, limit }: InputOf<typeof namedGroups.suggestGroups>,
): Promise<ReplyOf<typeof namedGroups.suggestGroups>> {
  if (isGuest(ctx.viewer)) return { items: [] }
  const beginning = sql`public.unaccent(lower(${text}))`
  const name = sql`public.unaccent(lower(g.name))`
  const which = sql<boolean>`(starts_with(${name}, ${beginning}) or position(' ' || ${beginning} in ${name}) > 0)`
  return { items: await findGroups(ctx, { which, limit }) }
}

export async function listNamedGroups(
  ctx: Ctx,
  { cursor, limit }: InputOf<typeof namedGroups.listNamedGroups>,
): Promise<ReplyOf<typeof namedGroups.listNamedGroups>> {
  const which =
    cursor === undefined ? sql<boolean>`true` : sql<boolean>`lower(g.name) > ${readCursor(cursor, 1)[0]}`
  const found = await findGroups(ctx, { which, limit: limit + 1 })
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  return {
    items,
    nextCursor: last === undefined ? null : cursorOf([last.name.toLowerCase()]),
    may: { make: await mayMakeGroups(ctx) },
  }
}

export function getNamedGroup(
  ctx: Ctx,
  { groupId }: InputOf<typeof namedGroups.getNamedGroup>,
): Promise<OpenGroup> {
  return requireGroup(ctx, groupId)
}

type Asked = { which: RawBuilder<boolean>; limit: number }

async function findGroups({ db }: Ctx, { which, limit }: Asked): Promise<NamedGroup[]> {
  const found = await sql<NamedGroup>`
    select g.id, g.name, (
      select count(*)::int from spaces.named_group_member m
      join people.person_card card on card.id = m.person_id and card.is_active
      where m.group_id = g.id
    ) as "memberCount"
    from spaces.named_group g where ${which} order by lower(g.name) limit ${limit}`.execute(db)
  return found.rows
}
