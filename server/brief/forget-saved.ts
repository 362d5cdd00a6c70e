import type { brief } from '#contract/brief'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { deleteSaved } from './store.ts'

export async function forgetSaved(ctx: Ctx, { id }: InputOf<typeof brief.forgetSaved>): Promise<Done> {
  const isGone = await deleteSaved(ctx.db, { id, personId: ctx.viewer.personId })
  if (!isGone) throw refusal('not-found', 'not-saved', 'This is not among what you saved.')
  return { done: true }
}
