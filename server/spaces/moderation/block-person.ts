import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { addSilence, requireAnother } from './silence.ts'

/** Neither side hears of the other. Follows stay as they are and bring nothing, so that nobody can tell by them. */
export async function blockPerson(
  ctx: Ctx,
  { personId }: InputOf<typeof moderation.blockPerson>,
): Promise<Done> {
  const own = ctx.viewer.personId
  await requireAnother(ctx, personId)
  await addSilence(ctx.db, { personId: own, authorId: personId, kind: 'is_blocked', at: ctx.now })
  await addSilence(ctx.db, { personId, authorId: own, kind: 'is_blocked_by', at: ctx.now })
  return { done: true }
}
