import type { brief } from '#contract/brief'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { readPreference, settingsReply, writePreference } from './preference.ts'
import { forgetLessons } from './store.ts'
import { DEFAULT_WEIGHTS } from './worth.ts'

export async function resetWeights(
  ctx: Ctx,
  _input: InputOf<typeof brief.resetWeights>,
): Promise<ReplyOf<typeof brief.resetWeights>> {
  const { settings } = await readPreference(ctx.db, ctx.viewer.personId)
  const forgotten = { settings, weights: DEFAULT_WEIGHTS }
  await writePreference(ctx.db, ctx.viewer.personId, forgotten)
  await forgetLessons(ctx.db, ctx.viewer.personId)
  return settingsReply(forgotten, ctx.viewer.language)
}
