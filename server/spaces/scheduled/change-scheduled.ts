import type { InputOf } from '#contract/endpoint'
import type { scheduled } from '#contract/scheduled'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { refuseIf } from '#platform/refusal'
import { requireReadableSpace } from '../access.ts'
import { whyNotPost } from '../write-post.ts'
import { dueAt, requireScheduled } from './require-scheduled.ts'
import { putWaiting, readOneScheduled } from './store.ts'

/** Changes a post that waits, or that could not be posted, and the time at which it is. */
export async function changeScheduled(
  ctx: Ctx,
  { id, on, timeZone, ...post }: InputOf<typeof scheduled.changeScheduled>,
): Promise<RawJson> {
  const waiting = await requireScheduled(ctx, id)
  const space = await requireReadableSpace(ctx, waiting.spaceId)
  refuseIf(whyNotPost(ctx, { space, post }))
  const at = dueAt({ on, timeZone }, ctx.now)
  await putWaiting(ctx.db, { ...waiting, post, on, timeZone, at }, ctx.now)
  return readOneScheduled(ctx.db, { authorId: waiting.authorId, id })
}
