import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { addSilence, requireAnother } from './silence.ts'

/** Keeps what somebody says out of the viewer's home and notices; they are not told. */
export async function mutePerson(
  ctx: Ctx,
  { personId }: InputOf<typeof moderation.mutePerson>,
): Promise<Done> {
  await requireAnother(ctx, personId)
  await addSilence(ctx.db, {
    personId: ctx.viewer.personId,
    authorId: personId,
    kind: 'is_muted',
    at: ctx.now,
  })
  return { done: true }
}
