import { type RawBuilder, sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { guests } from '#contract/guests'
import { type Ctx, isAdministrator } from '#platform/ctx'
import { cursorOf, readCursor } from '#platform/cursor'
import { isSteward } from './access.ts'
import { readGuests } from './reply.ts'

type Input = InputOf<typeof guests.listGuests>

/** Guests by name: all of them for stewards and administrators, and for others those whom they look after. */
export async function listGuests(ctx: Ctx, input: Input): Promise<ReplyOf<typeof guests.listGuests>> {
  const rows = await readGuests(ctx, {
    which: sql`${whose(ctx)} and ${matches(input)} and ${isAfterCursor(input)}`,
    limit: input.limit + 1,
  })
  const page = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? page.at(-1) : undefined
  return {
    items: page.map(({ guest }) => guest),
    nextCursor: last === undefined ? null : cursorOf([last.name, last.id]),
  }
}

function whose(ctx: Ctx): RawBuilder<boolean> {
  if (isSteward(ctx) || isAdministrator(ctx.viewer)) return sql<boolean>`true`
  const viewerId = ctx.viewer.personId
  return sql<boolean>`(st.sponsor_id = ${viewerId}
    or st.person_id in (select k.person_id from spaces.members_kept_by(${viewerId}) k))`
}

function matches({ search = '' }: Input): RawBuilder<boolean> {
  if (search === '') return sql<boolean>`true`
  return sql<boolean>`position(lower(public.unaccent(${search}))
    in lower(public.unaccent(st.name || ' ' || coalesce(st.organisation, '')))) > 0`
}

function isAfterCursor({ cursor }: Input): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`
  const [name = '', id = ''] = readCursor(cursor, 2)
  return sql<boolean>`(lower(st.name), st.person_id::text) > (${name}, ${id})`
}
