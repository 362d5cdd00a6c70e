import { type RawBuilder, sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { people } from '#contract/people'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf } from '#platform/cursor'
import { isAfter, type Last, readLast } from './name-cursor.ts'
import { prefixQuery } from './prefix-query.ts'

type Row = { id: PersonId; ref: PersonRef }

/**
 * The directory by name. Those who left are found by a search, after everybody else, and not listed without one;
 * automatic senders are nobody.
 */
export async function listPeople(
  ctx: Ctx,
  input: InputOf<typeof people.listPeople>,
): Promise<ReplyOf<typeof people.listPeople>> {
  const last = await readLast(ctx.db, input.cursor)
  const rows = await findRows(ctx, { search: input.search ?? '', last, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const next = rows.length > input.limit ? page.at(-1) : undefined
  return { items: page.map((row) => row.ref), nextCursor: next === undefined ? null : cursorOf([next.id]) }
}

async function findRows(
  ctx: Ctx,
  wanted: { search: string; last: Last | undefined; limit: number },
): Promise<Row[]> {
  const { search, last, limit } = wanted
  const query = prefixQuery(search)
  if (search !== '' && query === undefined) return []
  const matches = query === undefined ? sql`true` : sql`p.found_by @@ to_tsquery('people.names', ${query})`
  const isAmongActive = last === undefined || last.isActive
  // One after the other, because each walks an index by name, and those who left are seldom reached.
  const active = isAmongActive ? await findByName(ctx, { whose: sql`p.is_active`, matches, last, limit }) : []
  if (query === undefined || active.length === limit) return active
  const left = await findByName(ctx, {
    whose: sql`not p.is_active`,
    matches,
    last: isAmongActive ? undefined : last,
    limit: limit - active.length,
  })
  return [...active, ...left]
}

type Page = {
  whose: RawBuilder<unknown>
  matches: RawBuilder<unknown>
  last: Last | undefined
  limit: number
}

async function findByName(ctx: Ctx, { whose, matches, last, limit }: Page): Promise<Row[]> {
  const found = await sql<Row>`
    select p.id, card.ref
    from people.person p join people.person_card card on card.id = p.id
    where ${whose} and not p.is_automatic and ${matches} and ${isAfter(last)}
    order by lower(p.name), p.id limit ${limit}`.execute(ctx.db)
  return found.rows
}
