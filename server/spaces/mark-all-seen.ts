import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { SpaceId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { requireReadableSpace } from './access.ts'
import { catchUp, type SeenTarget } from './seen.ts'
import { pastInstant } from './words.ts'

type Reply = ReplyOf<typeof spaces.markAllSeen>

/** Notes that the viewer is caught up with a space, or with everything. */
export async function markAllSeen(ctx: Ctx, input: InputOf<typeof spaces.markAllSeen>): Promise<Reply> {
  const targetId = await requireTarget(ctx, input.spaceId)
  const at = input.at === undefined ? ctx.now : pastInstant(input.at, ctx.now)
  const seenAt = await catchUp(ctx.db, { personId: ctx.viewer.personId, targetId, at })
  return { seenAt: seenAt.toString() }
}

/** Under one's own id stands everything. */
async function requireTarget(ctx: Ctx, spaceId: SpaceId | undefined): Promise<SeenTarget> {
  if (spaceId === undefined) return ctx.viewer.personId
  return (await requireReadableSpace(ctx, spaceId)).id
}
