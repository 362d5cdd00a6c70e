// A thread whose notices are to be switched: one that the viewer may read.
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { mayReadThread } from '#rooms/spaces'

export async function requireReadableThread(ctx: Ctx, postId: PostId): Promise<void> {
  if (await mayReadThread(ctx.db, ctx.viewer.personId, postId)) return
  throw refusal('not-found', 'no-such-thread', 'This thread does not exist for you.')
}
