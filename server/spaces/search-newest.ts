// Search by operators alone: the newest first, page after page.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { conditionsOf, mayBeIn, type Narrowing, type Table } from './search-filters.ts'

export type Listed = { id: string; isReply: boolean; at: string }
export type ListEdge = { at: string; id: string }

export type Newest = {
  viewerId: PersonId
  narrowing: Narrowing
  /** A query of what must not stand in it; empty where nothing is excluded. */
  excluded: string
  after: ListEdge | undefined
  limit: number
}

/** Where nothing narrows the way, so many rows are passed through for one page at most. */
const PASSED_MAX = 20_000

/** @returns the page, one more than asked for where there is more */
export async function findNewest(db: Db, asked: Newest): Promise<Listed[]> {
  const tables = (['post', 'reply'] as const).filter((table) => mayBeIn(table, asked.narrowing))
  const found = await sql<Listed>`
    with visible as materialized (select v.space_id from spaces.visible_space(${asked.viewerId}) v)
    select id, "isReply", to_json(at) #>> '{}' as at
    from (${sql.join(
      tables.map((table) => newestOf(table, asked)),
      sql` union all `,
    )}) said
    order by said.at desc, said.id desc limit ${asked.limit + 1}`.execute(db)
  return found.rows
}

function newestOf(table: Table, asked: Newest): RawBuilder<unknown> {
  const { narrowing, after, excluded, limit } = asked
  const isAfter =
    after === undefined
      ? sql`true`
      : sql`(w.created_at, w.id) < (${after.at}::timestamptz, ${after.id}::uuid)`
  return sql`(
    select w.id, ${sql.lit(table === 'reply')} as "isReply", w.created_at as at
    from (${sourceOf(table, narrowing, { isAfter, after })}) w
    where w.deleted_at is null and ${conditionsOf(table, narrowing)} and w.space_id in (select space_id from visible)
      and ${excluded === '' ? sql`true` : sql`not w.found_by @@ ${excluded}::tsquery`}
    order by w.created_at desc, w.id desc limit ${limit + 1})`
}

type Begin = { isAfter: RawBuilder<unknown>; after: ListEdge | undefined }

/** Whether an index leads to what is asked for, without looking through everything. */
export function isNarrow({ topics, authorIds, spaceIds }: Narrowing): boolean {
  return topics.length > 0 || authorIds !== undefined || spaceIds !== undefined
}

/** Rows of a table, the newest first, by the index that narrows them most. */
export function sourceOf(
  table: Table,
  narrowing: Narrowing,
  { isAfter, after }: Begin = FROM_THE_NEWEST,
): RawBuilder<unknown> {
  const rows = sql.raw(`spaces.${table}`)
  const topic = narrowing.topics[0]
  if (topic !== undefined) {
    // What names a topic by two of its words is passed once.
    return sql`
      select w.* from unnest(${topic}::text[]) one (topic) cross join lateral (
        select w.* from spaces.topic_use used join ${rows} w on w.id = used.said_id
        where used.topic = one.topic and ${isAfter} and not exists (
          select from spaces.topic_use other
          where other.said_id = used.said_id and other.topic = any (${topic}::text[]) and other.topic < one.topic)
        order by used.at desc, used.said_id desc limit ${PASSED_MAX}
      ) w`
  }
  const of = (column: 'author_id' | 'space_id', ids: readonly string[]) => sql`
    select w.* from unnest(${ids}::uuid[]) as one (id) cross join lateral (
      select w.* from ${rows} w where ${sql.ref(`w.${column}`)} = one.id and ${isAfter}
      order by w.created_at desc, w.id desc limit ${Math.ceil(PASSED_MAX / Math.max(1, ids.length))}
    ) w`
  if (narrowing.authorIds !== undefined) return of('author_id', narrowing.authorIds)
  if (narrowing.spaceIds !== undefined) return of('space_id', narrowing.spaceIds)
  if (narrowing.holdings.some((holding) => holding === 'file' || holding === 'image')) {
    return sql`select w.* from ${rows} w where w.id in (select a.said_id from spaces.attachment a) and ${isAfter}`
  }
  // Ids are in the order of time, and every table has an index of its ids.
  return sql`select w.* from ${rows} w where ${isAfter} and ${withinIds(narrowing, after)} order by w.id desc limit ${PASSED_MAX}`
}

const FROM_THE_NEWEST: Begin = { isAfter: sql`true`, after: undefined }

/** The spans of time, and where the page before ended, once more as bounds of ids. */
function withinIds({ spans }: Narrowing, after: ListEdge | undefined): RawBuilder<unknown> {
  const before =
    after === undefined
      ? []
      : [{ from: undefined, until: Temporal.Instant.from(after.at).add({ milliseconds: 1 }) }]
  const bounds = [...spans, ...before].flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [sql`w.id >= ${firstIdAt(from)}::uuid`]),
    ...(until === undefined ? [] : [sql`w.id < ${firstIdAt(until)}::uuid`]),
  ])
  return bounds.length === 0 ? sql`true` : sql.join(bounds, sql` and `)
}

/** The least UUIDv7 of an instant. */
function firstIdAt(at: Temporal.Instant): string {
  const milliseconds = Math.max(0, at.epochMilliseconds).toString(16).padStart(12, '0')
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-0000-0000-000000000000`
}
