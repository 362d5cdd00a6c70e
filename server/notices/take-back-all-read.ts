import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { tellPeople } from '#platform/live-people'
import { pastInstant } from '#rooms/spaces'

/** Puts back what stood before all was marked as read; what was read since then stays read. */
export async function takeBackAllRead(
  ctx: Ctx,
  input: InputOf<typeof notices.takeBackAllRead>,
): Promise<Done> {
  const { personId } = ctx.viewer
  const readAt = pastInstant(input.readAt, ctx.now)
  await sql`
    update notices.notice n set read_at = n.earlier_at, earlier_at = null
    where n.person_id = ${personId} and n.read_at = ${readAt} and n.earlier_at is not null
      and exists (select from spaces.thread_for(${personId}, n.post_id))`.execute(ctx.db)
  await tellPeople(ctx.db, { personIds: [personId], event: 'notices-changed' })
  return { done: true }
}
