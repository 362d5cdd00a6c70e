import type { brief } from '#contract/brief'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { readPreference, settingsReply } from './preference.ts'

export async function getSettings(
  ctx: Ctx,
  _input: InputOf<typeof brief.getSettings>,
): Promise<ReplyOf<typeof brief.getSettings>> {
  return settingsReply(await readPreference(ctx.db, ctx.viewer.personId), ctx.viewer.language)
}
