// Lists of threads: one statement finds the page and builds its JSON; nothing is fetched row by row.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { FeedOrder } from '#contract/spaces'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import type { Db } from '#platform/db'
import type { RawJson } from '#platform/gate'
import { filesOf, isSaved, reactionsTo, spaceRef } from './json-parts.ts'
import { isNewPost, newCount, seenUntil } from './newness.ts'

export type Page = { cursor?: string | undefined; limit: number }

/** Where a page ends: the time and the id of a row, as they come out of JSON built in SQL. */
export type Edge = readonly [at: string, id: string]

const OPENING_CHARACTERS = 600

/** The condition that keeps rows after the cursor, in the order newest first; `at` and `id` are columns. */
export function isAfter(page: Page, at: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<boolean> {
  if (page.cursor === undefined) return sql<boolean>`true`
  const from = readTimeCursor(page.cursor)
  return sql<boolean>`(${at}, ${id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
}

type ListPage = Page & { order: FeedOrder }

/**
 * The newest threads, by activity or by when they began, as `pageOfPostCards` takes them.
 * @param which what holds of the rows, whose `space_id` and `author_id` are named by `t`
 */
export function newestThreads(page: ListPage, which: RawBuilder<boolean>): RawBuilder<unknown> {
  const [threads, at] =
    page.order === 'activity'
      ? [sql`(select post_id, space_id, author_id, last_at from spaces.thread)`, sql`t.last_at`]
      : [sql`(select id as post_id, space_id, author_id, created_at from spaces.post)`, sql`t.created_at`]
  return sql`
    select t.post_id, ${at} as at from ${threads} t
    where ${which} and ${isAfter(page, at, sql`t.post_id`)}
    order by ${at} desc, t.post_id desc limit ${page.limit + 1}`
}

/** The cursor of an edge; JSON of PostgreSQL writes the zone as an offset, cursors write it as Z. */
export function cursorAt([at, id]: Edge): string {
  return cursorOf([Temporal.Instant.from(at).toString(), id])
}

/**
 * The reply of a paged read of threads.
 * @param found a query that gives `post_id` and `at`, at most `limit + 1` rows, newest first, already visible
 */
export async function pageOfPostCards(
  db: Db,
  { found, page, viewerId }: { found: RawBuilder<unknown>; page: Page; viewerId: PersonId },
): Promise<RawJson> {
  const result = await sql<{ items: string | null; total: number; last: Edge | null }>`
    with found as materialized (${found}),
    page as (select * from found order by at desc, post_id desc limit ${page.limit})
    select
      (select count(*)::int from found) as total,
      (select json_build_array(at, post_id) from page order by at, post_id limit 1) as last,
      (select json_agg(card) from (
        select
          p.id, p.kind, p.title,
          left(p.body, ${OPENING_CHARACTERS}::int) as opening, length(p.body) > ${OPENING_CHARACTERS}::int as "isCut",
          author.ref as author, ${spaceRef} as space, p.created_at as at, t.last_at as "lastAt",
          last_author.ref as "lastAuthor", t.reply_count as "replyCount",
          ${reactionsTo(sql`p.id`, viewerId)} as reactions,
          ${filesOf(sql`case when p.deleted_at is null then p.id end`)} as files, p.deleted_at is not null as "isDeleted",
          t.pinned_at is not null as "isPinned", ${isSaved(sql`p.id`, viewerId)} as "isSaved",
          ${isNewPost(viewerId)} as "isNew", ${newCount(viewerId)} as "newCount"
        from page
        join spaces.post p on p.id = page.post_id
        join spaces.thread t on t.post_id = p.id
        cross join lateral ${seenUntil(viewerId)} seen
        join spaces.space s on s.id = p.space_id
        join people.person_card author on author.id = p.author_id
        left join people.person_card last_author on last_author.id = t.last_author_id
        order by page.at desc, page.post_id desc
      ) card)::text as items`.execute(db)
  const row = result.rows[0]
  if (row === undefined || row.items === null) return { json: '{"items":[],"nextCursor":null}' }
  const next = row.total > page.limit && row.last !== null ? cursorAt(row.last) : null
  return { json: `{"items":${row.items},"nextCursor":${JSON.stringify(next)}}` }
}
