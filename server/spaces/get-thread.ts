import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { PersonId, PostId, ReplyId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor, readTimeCursor } from '#platform/cursor'
import type { RawJson } from '#platform/gate'
import { refusal } from '#platform/refusal'
import { statement } from '#platform/statement'
import { listCarriedOn } from './carried-on.ts'
import { newCount, newReplies, seenUntil } from './newness.ts'
import { cursorAt, type Edge } from './post-cards.ts'
import { fromPost, postColumns, replyColumns } from './reply.ts'
import { isVisible } from './visibility.ts'

type Input = InputOf<typeof spaces.getThread>
type Row = {
  post: string
  youFollow: boolean
  mayReply: boolean
  guestsRead: boolean
  lock: string | null
  seenAt: Temporal.Instant | null
  firstNewId: ReplyId | null
  newCount: number
  isCarriedOn: boolean
  replies: string
  edges: { number: number; edge: Edge }[]
}

/** Which replies a page holds: from the first, from one on, or those after or before one. */
type Part = 'first' | 'from' | 'after' | 'before'
type Span = { part: Part; at?: string; id?: string; isFromStart: boolean }

/** How many replies are shown before the one that a deep link names. */
const BEFORE_LINKED = 5

/** A thread and one page of its replies, oldest first, in one statement; a second one where it is carried on elsewhere. */
export async function getThread(ctx: Ctx, input: Input): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const { limit, postId } = input
  const span = await spanOf(ctx, input)
  const given = { viewerId, postId, limit, at: span.at, id: span.id }
  const [row] = await findThread(ctx.db, span.part, given)
  if (row === undefined) throw refusal('not-found', 'no-such-thread', 'This thread does not exist for you.')
  const carriedOn = row.isCarriedOn ? await listCarriedOn(ctx, postId) : '[]'
  return { json: threadJson(row, carriedOn, cursorsOf(row.edges, { ...span, limit })) }
}

type Given = {
  viewerId: PersonId
  postId: PostId
  limit: number
  at: string | undefined
  id: string | undefined
}

const bounds: Record<Part, RawBuilder<unknown>> = {
  first: sql``,
  from: sql`>=`,
  after: sql`>`,
  before: sql`<`,
}

const findThread = statement<Part, Given, Row>((part, { viewerId, postId, limit, at, id }) => {
  const order = part === 'before' ? sql`r.created_at desc, r.id desc` : sql`r.created_at, r.id`
  const bound =
    part === 'first' ? sql`` : sql`and (r.created_at, r.id) ${bounds[part]} (${at}::timestamptz, ${id}::uuid)`
  return sql<Row>`
    with page as materialized (
      select r.id, r.post_id, r.answers_id, r.author_id, r.body, r.folded, r.created_at, r.edited_at, r.deleted_at, r.hidden,
        r.previews, r.drafted_by, row_number() over (order by ${order}) as number
      from spaces.reply r where r.post_id = ${postId} ${bound}
      order by ${order} limit ${limit}::int + 1
    )
    select (select to_json(post) from (select ${postColumns(viewerId)}) post)::text as post,
      exists (select from spaces.follow f where f.person_id = ${viewerId} and f.what = 'thread' and f.target_id = w.id)
        as "youFollow",
      w.deleted_at is null and w.locked is null as "mayReply", s.is_porous as "guestsRead", ${lock}::text as lock, seen.at as "seenAt", ${newCount(viewerId)}::int as "newCount",
      case when t.last_at > seen.at then (
        select r.id from ${newReplies(viewerId)} order by r.created_at, r.id limit 1) end as "firstNewId",
      exists (select from spaces.continuation c where c.post_id = ${postId})
        or exists (select from spaces.continuation c where c.from_post_id = ${postId}) as "isCarriedOn",
      coalesce((
        select json_agg(reply) from (
          select ${replyColumns(viewerId)}
          from page w join people.person_card author on author.id = w.author_id
          where w.number <= ${limit}::int order by w.created_at, w.id
        ) reply
      ), '[]')::text as replies,
      coalesce((
        select json_agg(json_build_object('number', page.number, 'edge', json_build_array(page.created_at, page.id)))
        from page where page.number = 1 or page.number >= ${limit}::int
      ), '[]') as edges
    from ${fromPost(viewerId)}
    cross join lateral ${seenUntil(viewerId)} seen
    where w.id = ${postId} and ${isVisible(sql`w.space_id`, viewerId)}`
})

/** Who locked the thread, when and why. */
const lock = sql`case when w.locked is not null then (
  select json_build_object('by', card.ref, 'reason', w.locked -> 'reason', 'at', w.locked -> 'at')
  from people.person_card card where card.id = (w.locked ->> 'byId')::uuid) end`

type Cursors = { next: string | null; previous: string | null }

function threadJson(row: Row, carriedOn: string, { next, previous }: Cursors): string {
  return (
    `{"post":${row.post},"replies":${row.replies},"nextCursor":${JSON.stringify(next)},` +
    `"previousCursor":${JSON.stringify(previous)},"youFollow":${row.youFollow},` +
    `"mayReply":${row.mayReply},"guestsRead":${row.guestsRead},"lock":${row.lock ?? 'null'},"seenAt":${JSON.stringify(row.seenAt)},` +
    `"firstNewId":${JSON.stringify(row.firstNewId)},"newCount":${row.newCount},"carriedOn":${carriedOn}}`
  )
}

/** Onward there is more when a reply beyond the limit was found; back there is more when the page began at an edge. */
function cursorsOf(edges: Row['edges'], { part, isFromStart, limit }: Span & { limit: number }): Cursors {
  const edgeAt = (number: number) => edges.find((each) => each.number === number)?.edge ?? null
  const onward = edgeAt(limit + 1) === null ? null : edgeAt(limit)
  const back = isFromStart ? null : edgeAt(1)
  const [last, first] = part === 'before' ? [back, onward] : [onward, back]
  return {
    next: last && cursorOf(['after', cursorAt(last)]),
    previous: first && cursorOf(['before', cursorAt(first)]),
  }
}

/** Those after or before a cursor, or those from shortly before a linked reply. */
async function spanOf(ctx: Ctx, { postId, cursor, aroundReplyId }: Input): Promise<Span> {
  if (cursor !== undefined) {
    const [direction = '', edge = ''] = readCursor(cursor, 2)
    const part = direction === 'before' ? 'before' : 'after'
    return { part, ...readTimeCursor(edge), isFromStart: false }
  }
  if (aroundReplyId === undefined) return { part: 'first', isFromStart: true }
  const start = await findStartAround(ctx, { postId, replyId: aroundReplyId })
  if (start === undefined) throw refusal('not-found', 'no-such-reply', 'This reply does not exist for you.')
  return { part: 'from', at: String(start.at), id: start.id, isFromStart: start.isFirst }
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
