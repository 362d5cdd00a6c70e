import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { tellPeople } from '#platform/live-people'
import { pastInstant } from '#rooms/spaces'

type Reply = ReplyOf<typeof notices.markAllRead>

/** Notes that the viewer read all notices that ended by an instant, and keeps what stood there before. */
export async function markAllRead(ctx: Ctx, input: InputOf<typeof notices.markAllRead>): Promise<Reply> {
  const { personId } = ctx.viewer
  const readAt = pastInstant(input.at, ctx.now)
  await sql`
    update notices.notice n set earlier_at = n.read_at, read_at = ${readAt}
    where n.person_id = ${personId} and n.last_at <= ${readAt} and n.last_at > n.read_at
      and exists (select from spaces.thread_for(${personId}, n.post_id))`.execute(ctx.db)
  await tellPeople(ctx.db, { personIds: [personId], event: 'notices-changed' })
  return { readAt: readAt.toString() }
}
