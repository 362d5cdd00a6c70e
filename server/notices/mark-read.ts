import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { tellPeople } from '#platform/live-people'
import { pastInstant } from '#rooms/spaces'

/** Notes that the viewer read the notice of a thread; without one there is nothing to note. It never goes back. */
export async function markRead(ctx: Ctx, { postId, at }: InputOf<typeof notices.markRead>): Promise<Done> {
  const { personId } = ctx.viewer
  const readAt = pastInstant(at, ctx.now)
  const read = await sql`
    update notices.notice n set read_at = least(${readAt}::timestamptz, n.last_at), earlier_at = null
    where n.person_id = ${personId} and n.post_id = ${postId} and n.read_at < least(${readAt}::timestamptz, n.last_at)
      and exists (select from spaces.thread_for(${personId}, n.post_id))
    returning n.post_id`.execute(ctx.db)
  if (read.rows.length > 0) await tellPeople(ctx.db, { personIds: [personId], event: 'notices-changed' })
  return { done: true }
}
