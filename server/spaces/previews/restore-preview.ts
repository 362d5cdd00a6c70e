import type { InputOf } from '#contract/endpoint'
import type { previews } from '#contract/previews'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireWords } from '../access.ts'
import { whyNotChoosePreviews } from './rules.ts'
import { restorePreviewOf, wantPreviews } from './store.ts'

/** Lets a preview come back; it is there once the job has been round. */
export async function restorePreview(
  ctx: Ctx,
  { saidId, url }: InputOf<typeof previews.restorePreview>,
): Promise<Done> {
  const said = await requireWords(ctx, saidId)
  refuseIf(whyNotChoosePreviews(said, ctx.viewer.personId))
  await restorePreviewOf(ctx.db, saidId, url)
  await wantPreviews(ctx.db, said)
  return { done: true }
}
