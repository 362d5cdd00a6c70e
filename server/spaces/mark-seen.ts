import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { requireThread } from './access.ts'
import { noteSeen } from './seen.ts'
import { pastInstant } from './words.ts'

/** Notes until when the viewer has seen a thread. A stale page that knows less lowers nothing. */
export async function markSeen(ctx: Ctx, input: InputOf<typeof spaces.markSeen>): Promise<Done> {
  const thread = await requireThread(ctx, input.postId)
  const at = pastInstant(input.at, ctx.now)
  await noteSeen(ctx.db, { personId: ctx.viewer.personId, targetId: thread.postId, at })
  return { done: true }
}
