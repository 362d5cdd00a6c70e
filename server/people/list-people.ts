import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { people } from '#contract/people'
import { PersonId, type PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor } from '#platform/cursor'
import { refusal } from '#platform/refusal'
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
  const after = input.cursor === undefined ? undefined : readPersonCursor(input.cursor)
  const rows = await findRows(ctx, { search: input.search ?? '', after, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? page.at(-1) : undefined
  return { items: page.map((row) => row.ref), nextCursor: last === undefined ? null : cursorOf([last.id]) }
}

async function findRows(
  ctx: Ctx,
  wanted: { search: string; after: PersonId | undefined; limit: number },
): Promise<Row[]> {
  const { search, after } = wanted
  const query = prefixQuery(search)
  if (search !== '' && query === undefined) return []
  // Scalar subqueries, because PostgreSQL walks an index from such a row and not from that of one whole query.
  const last = sql`from people.person l where l.id = ${after ?? null}`
  const found =
    query === undefined
      ? sql<Row>`
          select p.id, card.ref
          from people.person p join people.person_card card on card.id = p.id
          where p.is_active and not p.is_automatic
            and ${after === undefined ? sql`true` : sql`(lower(p.name), p.id) > ((select lower(l.name) ${last}), ${after}::uuid)`}
          order by lower(p.name), p.id limit ${wanted.limit}`
      : sql<Row>`
          select p.id, card.ref
          from people.person p join people.person_card card on card.id = p.id
          where p.found_by @@ to_tsquery('people.names', ${query}) and not p.is_automatic
            and ${after === undefined ? sql`true` : sql`(not p.is_active, lower(p.name), p.id) > ((select not l.is_active ${last}), (select lower(l.name) ${last}), ${after}::uuid)`}
          order by not p.is_active, lower(p.name), p.id limit ${wanted.limit}`
  return (await found.execute(ctx.db)).rows
}

/** The cursor holds the last person's id alone: names can be long. */
function readPersonCursor(cursor: string): PersonId {
  const id = PersonId.safeParse(readCursor(cursor, 1)[0])
  if (id.success) return id.data
  throw refusal(
    'invalid',
    'wrong-cursor',
    'This page of the list does not exist. Start again from its beginning.',
  )
}
