// Lists of threads: one statement finds the page and builds its JSON; nothing is fetched row by row.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import type { Db } from '#platform/db'
import type { RawJson } from '#platform/gate'

export type Page = { cursor?: string | undefined; limit: number }

const OPENING_CHARACTERS = 600

/** The JSON of a space where it is only mentioned; `s` must be a row of `spaces.space`. */
export const spaceRef = sql`json_build_object(
  'id', s.id, 'name', s.name, 'visibility', s.visibility, 'isConversation', s.is_conversation)`

/** The condition that keeps rows after the cursor, in the order newest first; `at` and `id` are columns. */
export function isAfter(page: Page, at: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<boolean> {
  if (page.cursor === undefined) return sql<boolean>`true`
  const from = readTimeCursor(page.cursor)
  return sql<boolean>`(${at}, ${id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
}

/**
 * The reply of a paged read of threads.
 * @param found a query that gives `post_id` and `at`, at most `limit + 1` rows, newest first, already visible
 */
export async function pageOfPostCards(
  db: Db,
  { found, page, viewerId }: { found: RawBuilder<unknown>; page: Page; viewerId: PersonId },
): Promise<RawJson> {
  const result = await sql<{
    items: string
    total: number
    lastAt: Temporal.Instant | null
    lastId: string | null
  }>`
    with found as materialized (${found}),
    page as (select * from found order by at desc, post_id desc limit ${page.limit})
    select
      (select count(*)::int from found) as total,
      (select at from page order by at, post_id limit 1) as "lastAt",
      (select post_id from page order by at, post_id limit 1) as "lastId",
      coalesce(
        (select json_agg(json_build_object(
          'id', p.id, 'kind', p.kind, 'title', p.title,
          'opening', left(p.body, ${OPENING_CHARACTERS}::int), 'isCut', length(p.body) > ${OPENING_CHARACTERS}::int,
          'author', author.ref, 'space', ${spaceRef},
          'at', p.created_at, 'lastAt', t.last_at, 'lastAuthor', last_author.ref, 'replyCount', t.reply_count,
          'reactions', spaces.reactions_of(p.id, ${viewerId}), 'isDeleted', p.deleted_at is not null
        ) order by page.at desc, page.post_id desc)
        from page
        join spaces.post p on p.id = page.post_id
        join spaces.thread t on t.post_id = p.id
        join spaces.space s on s.id = p.space_id
        join people.person_card author on author.id = p.author_id
        left join people.person_card last_author on last_author.id = t.last_author_id),
        '[]')::text as items`.execute(db)
  const row = result.rows[0]
  if (row === undefined) return { json: '{"items":[],"nextCursor":null}' }
  const isLast = row.total <= page.limit || row.lastAt === null || row.lastId === null
  const next = isLast ? null : cursorOf([String(row.lastAt), String(row.lastId)])
  return { json: `{"items":${row.items},"nextCursor":${JSON.stringify(next)}}` }
}
