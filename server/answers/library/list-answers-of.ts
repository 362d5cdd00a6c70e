import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { library } from '#contract/library'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor, requireId, wrongCursor } from '#platform/cursor'
import { readItems } from './read-items.ts'

type Found = { postId: PostId; reuseCount: number; answeredAt: Temporal.Instant }

export async function listAnswersOf(
  ctx: Ctx,
  { personId, cursor, limit }: InputOf<typeof library.listAnswersOf>,
): Promise<ReplyOf<typeof library.listAnswersOf>> {
  const edge = cursor === undefined ? undefined : readEdge(cursor)
  const isAfter =
    edge === undefined
      ? sql`true`
      : sql`(s.reuse_count, s.answered_at, s.post_id) < (${edge.count}::int, ${edge.at}::timestamptz, ${edge.id}::uuid)`
  const found = await sql<Found>`
    select s.post_id as "postId", s.reuse_count as "reuseCount", s.answered_at as "answeredAt"
    from answers.shelved s
    where s.answered_by = ${personId} and s.is_listed and s.answer_id is not null and ${isAfter}
      and exists (select from spaces.visible_space(${ctx.viewer.personId}) v where v.space_id = s.space_id)
    order by s.reuse_count desc, s.answered_at desc, s.post_id desc limit ${limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, limit)
  const last = found.rows.length > limit ? page.at(-1) : undefined
  return {
    items: await readItems(ctx, page),
    nextCursor: last === undefined ? null : edgeCursor(last),
  }
}

function edgeCursor({ reuseCount, answeredAt, postId }: Found): string {
  return cursorOf([String(reuseCount), String(answeredAt), postId])
}

/** @throws Refusal `wrong-cursor` where it is none of this list */
function readEdge(cursor: string): { count: string; at: string; id: string } {
  const [count = '', at = '', id = ''] = readCursor(cursor, 3)
  if (!/^\d{1,9}$/.test(count) || !isTime(at)) throw wrongCursor()
  return { count, at, id: requireId(id) }
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/

/** There is no 30th of February, and the database would stumble over it. */
function isTime(text: string): boolean {
  try {
    return TIME.test(text) && Temporal.Instant.from(text) !== undefined
  } catch {
    return false
  }
}
