import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { endSilence } from './silence.ts'

/** Lets the viewer hear of somebody again. */
export async function unmutePerson(
  ctx: Ctx,
  { personId }: InputOf<typeof moderation.unmutePerson>,
): Promise<Done> {
  await endSilence(ctx.db, { personId: ctx.viewer.personId, authorId: personId, kind: 'is_muted' })
  return { done: true }
}
