import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor } from '#platform/cursor'
import type { RawJson } from '#platform/gate'
import { spaceCardFields } from './space-cards.ts'
import { isKnown } from './visibility.ts'

type Input = InputOf<typeof spaces.listSpaces>

/** Spaces by name; private conversations, of which an archive may bring thousands, are a list of their own. */
export async function listSpaces(ctx: Ctx, input: Input): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ items: string; total: number; lastName: string | null; lastId: string | null }>`
    with found as materialized (
      select s.* from spaces.space s
      where s.is_conversation = ${input.which === 'conversations'} and ${whichSpaces(ctx, input)}
        and ${matches(input)} and ${isAfterCursor(input)}
      order by lower(s.name), s.id limit ${input.limit + 1}
    ),
    page as (select * from found order by lower(name), id limit ${input.limit})
    select
      (select count(*)::int from found) as total,
      (select lower(name) from page order by lower(name) desc, id desc limit 1) as "lastName",
      (select id from page order by lower(name) desc, id desc limit 1) as "lastId",
      coalesce((
        select json_agg(json_build_object(${spaceCardFields(viewerId)}) order by lower(s.name), s.id) from page s
      ), '[]')::text as items`.execute(ctx.db)
  const row = found.rows[0]
  const isLast = row === undefined || row.total <= input.limit || row.lastName === null || row.lastId === null
  const next = isLast ? null : cursorOf([String(row.lastName), String(row.lastId)])
  return { json: `{"items":${row?.items ?? '[]'},"nextCursor":${JSON.stringify(next)}}` }
}

function whichSpaces(ctx: Ctx, input: Input): RawBuilder<boolean> {
  const viewerId = ctx.viewer.personId
  if (input.which === 'all') return isKnown(sql`s.id`, viewerId)
  // Driven by the viewer's own memberships: a network may hold many more spaces than anybody is in.
  // To be a member is not enough: a guest is shut out of what is porous no more.
  return sql<boolean>`s.id in (select m.space_id from spaces.membership m where m.person_id = ${viewerId})
    and ${isKnown(sql`s.id`, viewerId)}`
}

function matches(input: Input): RawBuilder<boolean> {
  if (input.search === undefined || input.search === '') return sql<boolean>`true`
  return sql<boolean>`position(lower(public.unaccent(${input.search})) in lower(public.unaccent(s.name))) > 0`
}

function isAfterCursor(input: Input): RawBuilder<boolean> {
  if (input.cursor === undefined) return sql<boolean>`true`
  const [name = '', id = ''] = readCursor(input.cursor, 2)
  return sql<boolean>`(lower(s.name), s.id::text) > (${name}, ${id})`
}
