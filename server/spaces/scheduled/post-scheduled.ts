import type { InputOf } from '#contract/endpoint'
import type { scheduled } from '#contract/scheduled'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { writePost } from '../write-post.ts'
import { requireScheduled } from './require-scheduled.ts'
import { removeWaiting } from './store.ts'

/** Posts what waits before its time, or what could not be posted at its time. */
export async function postScheduled(
  ctx: Ctx,
  { id }: InputOf<typeof scheduled.postScheduled>,
): Promise<RawJson> {
  const waiting = await requireScheduled(ctx, id)
  await removeWaiting(ctx.db, waiting, ctx.now)
  return writePost(ctx, { spaceId: waiting.spaceId, ...waiting.post })
}
