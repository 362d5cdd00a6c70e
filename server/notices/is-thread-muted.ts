import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { requireThread } from '#rooms/spaces'

type Reply = ReplyOf<typeof notices.isThreadMuted>

export async function isThreadMuted(
  ctx: Ctx,
  { postId }: InputOf<typeof notices.isThreadMuted>,
): Promise<Reply> {
  await requireThread(ctx, postId)
  const found = await sql`
    select from notices.muted where person_id = ${ctx.viewer.personId} and post_id = ${postId}`.execute(
    ctx.db,
  )
  return { isMuted: found.rows.length > 0 }
}
