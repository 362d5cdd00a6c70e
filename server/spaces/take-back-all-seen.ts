import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { takeBackCatchUp } from './seen.ts'
import { pastInstant } from './words.ts'

/** Nothing to require: it changes a note of one's own, or nothing. */
export async function takeBackAllSeen(
  ctx: Ctx,
  input: InputOf<typeof spaces.takeBackAllSeen>,
): Promise<Done> {
  const { personId } = ctx.viewer
  const at = pastInstant(input.seenAt, ctx.now)
  await takeBackCatchUp(ctx.db, { personId, targetId: input.spaceId ?? personId, at })
  return { done: true }
}
