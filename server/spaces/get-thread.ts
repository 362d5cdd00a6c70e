import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { PostId, ReplyId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor, readTimeCursor } from '#platform/cursor'
import type { RawJson } from '#platform/gate'
import { refusal } from '#platform/refusal'
import { spaceRef } from './json-parts.ts'
import { newCount, newReplies, seenUntil } from './newness.ts'
import { cursorAt, type Edge } from './post-cards.ts'
import { fromPost, postColumns, replyColumns } from './reply.ts'
import { isVisible } from './visibility.ts'

type Input = InputOf<typeof spaces.getThread>
type Row = {
  post: string
  youFollow: boolean
  mayReply: boolean
  seenAt: Temporal.Instant | null
  firstNewId: ReplyId | null
  newCount: number
  carriedOn: string
  replies: string
  edges: { number: number; edge: Edge }[]
}

/** Which replies a page may hold, and in which direction it is read. */
type Span = { isBackwards: boolean; bound: RawBuilder<unknown>; isFromStart: boolean }

/** How many replies are shown before the one that a deep link names. */
const BEFORE_LINKED = 5

/** A thread and one page of its replies, oldest first, in one statement. */
export async function getThread(ctx: Ctx, input: Input): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const { limit } = input
  const span = await spanOf(ctx, input)
  const order = span.isBackwards ? sql`r.created_at desc, r.id desc` : sql`r.created_at, r.id`
  const found = await sql<Row>`
    with page as materialized (
      select r.id, r.post_id, r.answers_id, r.author_id, r.body, r.folded, r.created_at, r.edited_at, r.deleted_at,
        row_number() over (order by ${order}) as number
      from spaces.reply r where r.post_id = ${input.postId} and ${span.bound}
      order by ${order} limit ${limit + 1}
    )
    select (select to_json(post) from (select ${postColumns(viewerId)}) post)::text as post,
      exists (select from spaces.follow f where f.person_id = ${viewerId} and f.what = 'thread' and f.target_id = w.id)
        as "youFollow",
      w.deleted_at is null as "mayReply", seen.at as "seenAt", ${newCount(viewerId)}::int as "newCount",
      case when t.last_at > seen.at then (
        select r.id from ${newReplies(viewerId)} order by r.created_at, r.id limit 1) end as "firstNewId",
      ${carriedOn(ctx, input)}::text as "carriedOn",
      coalesce((
        select json_agg(reply) from (
          select ${replyColumns(viewerId)}
          from page w join people.person_card author on author.id = w.author_id
          where w.number <= ${limit} order by w.created_at, w.id
        ) reply
      ), '[]')::text as replies,
      coalesce((
        select json_agg(json_build_object('number', page.number, 'edge', json_build_array(page.created_at, page.id)))
        from page where page.number = 1 or page.number >= ${limit}
      ), '[]') as edges
    from ${fromPost(viewerId)}
    cross join lateral ${seenUntil(viewerId)} seen
    where w.id = ${input.postId} and ${isVisible(sql`w.space_id`, viewerId)}`.execute(ctx.db)
  const row = found.rows[0]
  if (row === undefined) throw refusal('not-found', 'no-such-thread', 'This thread does not exist for you.')
  return { json: threadJson(row, cursorsOf(row.edges, { ...span, limit })) }
}

type Cursors = { next: string | null; previous: string | null }

function threadJson(row: Row, { next, previous }: Cursors): string {
  return (
    `{"post":${row.post},"replies":${row.replies},"nextCursor":${JSON.stringify(next)},` +
    `"previousCursor":${JSON.stringify(previous)},"youFollow":${row.youFollow},` +
    `"mayReply":${row.mayReply},"seenAt":${JSON.stringify(row.seenAt)},` +
    `"firstNewId":${JSON.stringify(row.firstNewId)},"newCount":${row.newCount},"carriedOn":${row.carriedOn}}`
  )
}

/** Onward there is more when a reply beyond the limit was found; back there is more when the page began at an edge. */
function cursorsOf(
  edges: Row['edges'],
  { isBackwards, isFromStart, limit }: Span & { limit: number },
): Cursors {
  const edgeAt = (number: number) => edges.find((each) => each.number === number)?.edge ?? null
  const onward = edgeAt(limit + 1) === null ? null : edgeAt(limit)
  const back = isFromStart ? null : edgeAt(1)
  const [last, first] = isBackwards ? [back, onward] : [onward, back]
  return {
    next: last && cursorOf(['after', cursorAt(last)]),
    previous: first && cursorOf(['before', cursorAt(first)]),
  }
}

/** Those after or before a cursor, or those from shortly before a linked reply. */
async function spanOf(ctx: Ctx, { postId, cursor, aroundReplyId }: Input): Promise<Span> {
  if (cursor !== undefined) {
    const [direction = '', edge = ''] = readCursor(cursor, 2)
    const { at, id } = readTimeCursor(edge)
    const isBackwards = direction === 'before'
    const than = isBackwards ? sql`<` : sql`>`
    const bound = sql`(r.created_at, r.id) ${than} (${at}::timestamptz, ${id}::uuid)`
    return { isBackwards, bound, isFromStart: false }
  }
  if (aroundReplyId === undefined) return { isBackwards: false, bound: sql`true`, isFromStart: true }
  const start = await findStartAround(ctx, { postId, replyId: aroundReplyId })
  if (start === undefined) throw refusal('not-found', 'no-such-reply', 'This reply does not exist for you.')
  const bound = sql`(r.created_at, r.id) >= (${start.at}, ${start.id}::uuid)`
  return { isBackwards: false, bound, isFromStart: start.isFirst }
}

type Start = { at: Temporal.Instant; id: ReplyId; isFirst: boolean }

/** A reply of another thread is none of this one. */
async function findStartAround(
  ctx: Ctx,
  { postId, replyId }: { postId: PostId; replyId: ReplyId },
): Promise<Start | undefined> {
  const found = await sql<Start>`
    select earlier.created_at as at, earlier.id,
      not exists (select from spaces.reply e where e.post_id = earlier.post_id
        and (e.created_at, e.id) < (earlier.created_at, earlier.id)) as "isFirst"
    from spaces.reply linked
    cross join lateral (
      select e.post_id, e.created_at, e.id from spaces.reply e
      where e.post_id = linked.post_id and (e.created_at, e.id) <= (linked.created_at, linked.id)
      order by e.created_at desc, e.id desc limit ${BEFORE_LINKED + 1}
    ) earlier
    where linked.id = ${replyId} and linked.post_id = ${postId} and ${isVisible(sql`linked.space_id`, ctx.viewer.personId)}
    order by earlier.created_at, earlier.id limit 1`.execute(ctx.db)
  return found.rows[0]
}

/** Threads that this one carries on from or into, as far as the viewer may see them. */
function carriedOn(ctx: Ctx, { postId }: Input): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(carried) from (
      select distinct p.created_at as at, p.id as "postId", p.title, ${spaceRef} as space
      from spaces.continuation c
      join spaces.post p on p.id = case when c.post_id = ${postId} then c.from_post_id else c.post_id end
      join spaces.space s on s.id = p.space_id
      where (c.post_id = ${postId} or c.from_post_id = ${postId}) and p.deleted_at is null
        and ${isVisible(sql`p.space_id`, ctx.viewer.personId)}
      order by p.created_at, p.id
    ) carried
  ), '[]')`
}
