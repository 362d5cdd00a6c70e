import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { ReplyId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor, readTimeCursor } from '#platform/cursor'
import type { RawJson } from '#platform/gate'
import { refusal } from '#platform/refusal'
import { spaceRef } from './post-cards.ts'
import { fromPost, fromReply, postJson, replyJson } from './reply.ts'
import { isVisible } from './visibility.ts'

type Input = InputOf<typeof spaces.getThread>
type Edge = { at: Temporal.Instant; id: string }
type Row = {
  post: string
  youFollow: boolean
  mayReply: boolean
  carriedOn: string
  replies: string
  first: Edge | null
  last: Edge | null
  hasEarlier: boolean
  hasLater: boolean
}

/** How many replies are shown before the one that a deep link names. */
const BEFORE_LINKED = 5

/** A thread and one page of its replies, oldest first, in one statement. */
export async function getThread(ctx: Ctx, input: Input): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const { isBackwards, bound } = await boundOf(ctx, input)
  const order = isBackwards ? sql`w.created_at desc, w.id desc` : sql`w.created_at, w.id`
  const found = await sql<Row>`
    with page as materialized (
      select w.* from spaces.reply w where w.post_id = ${input.postId} and ${bound}
      order by ${order} limit ${input.limit}
    )
    select ${postJson(viewerId)}::text as post,
      exists (select from spaces.follow f where f.person_id = ${viewerId} and f.what = 'thread' and f.target_id = w.id)
        as "youFollow",
      w.deleted_at is null as "mayReply",
      ${carriedOn(ctx, input)}::text as "carriedOn",
      coalesce((
        select json_agg(${replyJson(viewerId)} order by w.created_at, w.id) from ${fromReply(sql`page`, viewerId)}
      ), '[]')::text as replies,
      (select json_build_object('at', w.created_at, 'id', w.id) from page w order by w.created_at, w.id limit 1) as first,
      (select json_build_object('at', w.created_at, 'id', w.id) from page w
        order by w.created_at desc, w.id desc limit 1) as last,
      exists (select from spaces.reply w where w.post_id = ${input.postId}
        and (w.created_at, w.id) < (select page.created_at, page.id from page order by page.created_at, page.id limit 1))
        as "hasEarlier",
      exists (select from spaces.reply w where w.post_id = ${input.postId}
        and (w.created_at, w.id) > (select page.created_at, page.id from page
          order by page.created_at desc, page.id desc limit 1))
        as "hasLater"
    from ${fromPost(viewerId)}
    where w.id = ${input.postId} and ${isVisible(sql`w.space_id`, viewerId)}`.execute(ctx.db)
  const row = found.rows[0]
  if (row === undefined) throw refusal('not-found', 'no-such-thread', 'This thread does not exist for you.')
  return { json: threadJson(row) }
}

function threadJson(row: Row): string {
  const next = row.hasLater && row.last !== null ? edgeCursor('after', row.last) : null
  const previous = row.hasEarlier && row.first !== null ? edgeCursor('before', row.first) : null
  return (
    `{"post":${row.post},"replies":${row.replies},"nextCursor":${JSON.stringify(next)},` +
    `"previousCursor":${JSON.stringify(previous)},"youFollow":${row.youFollow},` +
    `"mayReply":${row.mayReply},"carriedOn":${row.carriedOn}}`
  )
}

function edgeCursor(direction: 'after' | 'before', edge: { at: unknown; id: string }): string {
  return cursorOf([direction, cursorOf([Temporal.Instant.from(String(edge.at)).toString(), edge.id])])
}

/** Which replies a page may hold: those after or before a cursor, or those from shortly before a linked reply. */
async function boundOf(
  ctx: Ctx,
  input: Input,
): Promise<{ isBackwards: boolean; bound: RawBuilder<unknown> }> {
  if (input.cursor !== undefined) {
    const [direction = '', edge = ''] = readCursor(input.cursor, 2)
    const { at, id } = readTimeCursor(edge)
    const isBackwards = direction === 'before'
    const than = isBackwards ? sql`<` : sql`>`
    return { isBackwards, bound: sql`(w.created_at, w.id) ${than} (${at}::timestamptz, ${id}::uuid)` }
  }
  if (input.aroundReplyId === undefined) return { isBackwards: false, bound: sql`true` }
  const start = await findStartAround(ctx, input.aroundReplyId)
  if (start === undefined) throw refusal('not-found', 'no-such-reply', 'This reply does not exist for you.')
  return { isBackwards: false, bound: sql`(w.created_at, w.id) >= (${start.at}, ${start.id}::uuid)` }
}

async function findStartAround(ctx: Ctx, replyId: ReplyId): Promise<Edge | undefined> {
  const found = await sql<Edge>`
    select earlier.created_at as at, earlier.id
    from spaces.reply linked
    cross join lateral (
      select e.created_at, e.id from spaces.reply e
      where e.post_id = linked.post_id and (e.created_at, e.id) <= (linked.created_at, linked.id)
      order by e.created_at desc, e.id desc limit ${BEFORE_LINKED + 1}
    ) earlier
    where linked.id = ${replyId} and ${isVisible(sql`linked.space_id`, ctx.viewer.personId)}
    order by earlier.created_at, earlier.id limit 1`.execute(ctx.db)
  return found.rows[0]
}

/** Threads that this one carries on from or into, as far as the viewer may see them. */
function carriedOn(ctx: Ctx, input: Input): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(json_build_object('postId', p.id, 'title', p.title, 'space', ${spaceRef}, 'at', p.created_at)
      order by p.created_at, p.id)
    from (
      select c.from_post_id as id from spaces.continuation c where c.post_id = ${input.postId}
      union
      select c.post_id from spaces.continuation c where c.from_post_id = ${input.postId}
    ) other
    join spaces.post p on p.id = other.id and p.deleted_at is null
    join spaces.space s on s.id = p.space_id
    where ${isVisible(sql`p.space_id`, ctx.viewer.personId)}
  ), '[]')`
}
