// Lists of threads: one statement finds the page and builds its JSON; nothing is fetched row by row.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { FeedOrder } from '#contract/spaces'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import type { Db } from '#platform/db'
import type { RawJson } from '#platform/gate'
import { type Places, statement } from '#platform/statement'
import { filesOf, isSaved, reactionsTo, spaceRef } from './json-parts.ts'
import { isNewPost, newCount, seenUntil } from './newness.ts'

export type Page = { cursor?: string | undefined; limit: number }

/** Where a page ends: the time and the id of a row, as they come out of JSON built in SQL. */
export type Edge = readonly [at: string, id: string]

const OPENING_CHARACTERS = sql.lit(600)

/** From where on a list is read: values, or the places for them in a prepared statement. */
export type From = { at: unknown; id: unknown } | undefined

/** The condition that keeps rows after the edge, in the order newest first; `at` and `id` are columns. */
export function isAfter(from: From, at: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<boolean> {
  if (from === undefined) return sql<boolean>`true`
  return sql<boolean>`(${at}, ${id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
}

export function readFrom({ cursor }: Page): { at: string; id: string } | undefined {
  return cursor === undefined ? undefined : readTimeCursor(cursor)
}

/** What every list of cards is given, beside what it is a list of. */
type ListGiven = { viewerId: PersonId; limit: number; at: string | undefined; id: string | undefined }

/** The order of a list, and whether it begins at its beginning. */
type ListShape = `${FeedOrder} ${'first' | 'later'}`

/** What a list is composed of: places for what it is given, and where its page begins. */
export type ListParts<Given> = { order: FeedOrder; from: From; places: Places<ListGiven & Given> }

/**
 * A paged read of threads, composed once.
 * @param found composes a query that gives `post_id` and `at`, at most `limit + 1` rows, newest first, already visible
 * @param followedTopic a column of what was found, as `page`: the topic that brought it to the list
 */
export function listOfPostCards<Given extends Record<string, unknown>>(
  found: (parts: ListParts<Given>) => RawBuilder<unknown>,
  followedTopic: RawBuilder<unknown> = sql`null`,
): (db: Db, page: Page & { order?: FeedOrder }, given: Given & { viewerId: PersonId }) => Promise<RawJson> {
  const run = statement<ListShape, ListGiven & Given, Row>((shape, places) => {
    const order = shape.startsWith('newest') ? 'newest' : 'activity'
    return cardsOf(found({ order, from: shape.endsWith('later') ? places : undefined, places }), {
      places,
      followedTopic,
    })
  })
  return async (db, page, given) => {
    const from = readFrom(page)
    const shape: ListShape = `${page.order ?? 'activity'} ${from === undefined ? 'first' : 'later'}`
    const [row] = await run(db, shape, { ...given, limit: page.limit, at: from?.at, id: from?.id })
    if (row === undefined || row.items === null) return { json: '{"items":[],"nextCursor":null}' }
    const next = row.total > page.limit && row.last !== null ? cursorAt(row.last) : null
    return { json: `{"items":${row.items},"nextCursor":${JSON.stringify(next)}}` }
  }
}

/**
 * The newest threads, by activity or by when they began, as `listOfPostCards` takes them.
 * @param which what holds of the rows, whose `space_id` and `author_id` are named by `t`
 * @param listed a table in which threads are listed beside their own space, with both times
 */
export function newestThreads(
  { order, from, places }: ListParts<object>,
  which: RawBuilder<boolean>,
  listed?: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const at = order === 'activity' ? sql`t.last_at` : sql`t.created_at`
  const threads = listed ?? OWN_LISTS[order]
  return sql`
    select t.post_id, ${at} as at from ${threads} t
    where ${which} and ${isAfter(from, at, sql`t.post_id`)}
    order by ${at} desc, t.post_id desc limit ${places.limit}::int + 1`
}

const OWN_LISTS: Record<FeedOrder, RawBuilder<unknown>> = {
  activity: sql`(select post_id, space_id, author_id, last_at from spaces.thread)`,
  newest: sql`(select id as post_id, space_id, author_id, created_at from spaces.post)`,
}

/** The cursor of an edge; JSON of PostgreSQL writes the zone as an offset, cursors write it as Z. */
export function cursorAt([at, id]: Edge): string {
  return cursorOf([Temporal.Instant.from(at).toString(), id])
}

type Row = { items: string | null; total: number; last: Edge | null }

type CardParts = { places: Places<ListGiven>; followedTopic: RawBuilder<unknown> }

function cardsOf(found: RawBuilder<unknown>, { places, followedTopic }: CardParts): RawBuilder<Row> {
  const { viewerId, limit } = places
  return sql<Row>`
    with found as materialized (${found}),
    page as (select * from found order by at desc, post_id desc limit ${limit}::int)
    select
      (select count(*)::int from found) as total,
      (select json_build_array(at, post_id) from page order by at, post_id limit 1) as last,
      (select json_agg(card) from (
        select
          p.id, p.kind, p.title,
          left(p.body, ${OPENING_CHARACTERS}) as opening, length(p.body) > ${OPENING_CHARACTERS} as "isCut",
          author.ref as author, ${spaceRef} as space, p.created_at as at, t.last_at as "lastAt",
          last_author.ref as "lastAuthor", t.reply_count as "replyCount",
          ${reactionsTo(sql`p.id`, viewerId)} as reactions,
          ${filesOf(sql`case when p.deleted_at is null then p.id end`)} as files, p.deleted_at is not null as "isDeleted", p.hidden,
          case when p.poll is not null and p.deleted_at is null then spaces.poll_glimpse(p.id, p.poll) end as poll,
          t.pinned_at is not null as "isPinned", ${isSaved(sql`p.id`, viewerId)} as "isSaved",
          ${isNewPost(viewerId)} as "isNew", ${newCount(viewerId)} as "newCount",
          ${followedTopic} as "followedTopic"
        from page
        join spaces.post p on p.id = page.post_id
        join spaces.thread t on t.post_id = p.id
        cross join lateral ${seenUntil(viewerId)} seen
        join spaces.space s on s.id = p.space_id
        join people.person_card author on author.id = p.author_id
        left join people.person_card last_author on last_author.id = t.last_author_id
        order by page.at desc, page.post_id desc
      ) card)::text as items`
}
