import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { endSilence } from './silence.ts'

/** Takes back a block of the viewer's; one of the other side stays. */
export async function unblockPerson(
  ctx: Ctx,
  { personId }: InputOf<typeof moderation.unblockPerson>,
): Promise<Done> {
  const own = ctx.viewer.personId
  await endSilence(ctx.db, { personId: own, authorId: personId, kind: 'is_blocked' })
  await endSilence(ctx.db, { personId, authorId: own, kind: 'is_blocked_by' })
  return { done: true }
}
