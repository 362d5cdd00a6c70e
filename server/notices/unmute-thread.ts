import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { tellPeople } from '#platform/live-people'
import { requireThread } from '#rooms/spaces'

export async function unmuteThread(
  ctx: Ctx,
  { postId }: InputOf<typeof notices.unmuteThread>,
): Promise<Done> {
  const { personId } = ctx.viewer
  await requireThread(ctx, postId)
  await sql`delete from notices.muted where person_id = ${personId} and target_id = ${postId}`.execute(ctx.db)
  await tellPeople(ctx.db, { personIds: [personId], event: 'notices-changed' })
  return { done: true }
}
