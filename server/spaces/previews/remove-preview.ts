import type { InputOf } from '#contract/endpoint'
import type { previews } from '#contract/previews'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireWords } from '../access.ts'
import { whyNotChoosePreviews } from './rules.ts'
import { removePreviewOf } from './store.ts'

/** Takes the preview of a link off; it stays off however the words are changed. */
export async function removePreview(
  ctx: Ctx,
  { saidId, url }: InputOf<typeof previews.removePreview>,
): Promise<Done> {
  const said = await requireWords(ctx, saidId)
  refuseIf(whyNotChoosePreviews(said, ctx.viewer.personId))
  await removePreviewOf(ctx.db, { ...said, isReply: said.replyId !== undefined }, url)
  return { done: true }
}
