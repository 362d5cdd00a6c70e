import type { brief } from '#contract/brief'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { deleteReflection } from './store.ts'

export async function forgetReflection(
  ctx: Ctx,
  { id }: InputOf<typeof brief.forgetReflection>,
): Promise<Done> {
  const isGone = await deleteReflection(ctx.db, { id, personId: ctx.viewer.personId })
  if (!isGone) throw refusal('not-found', 'no-such-reflection', 'This is not among your reflections.')
  return { done: true }
}
