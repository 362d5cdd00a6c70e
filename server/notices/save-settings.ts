import type { InputOf } from '#contract/endpoint'
import type { NoticeSettings, NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { noteChoice, noteHalved, writeChosen } from './preference.ts'
import { whyNotSettings } from './settings.ts'
import { requirePreference, settingsReply } from './settings-reply.ts'

/** Sets what is given and leaves the rest. */
export async function saveSettings(
  ctx: Ctx,
  { settings: given }: InputOf<typeof notices.saveSettings>,
): Promise<NoticeSettingsReply> {
  const { personId } = ctx.viewer
  const { settings } = await requirePreference(ctx)
  const chosen = withoutGaps(given)
  refuseIf(whyNotSettings({ ...settings, ...chosen }))
  await writeChosen(ctx.db, personId, chosen)
  if (chosen.isHalved !== undefined) await noteHalved(ctx.db, personId, 'has_answered')
  await noteChoice(ctx.db, personId, ctx.now)
  return settingsReply(ctx)
}

/** What was really given, with days and times each once and in order. */
function withoutGaps(given: { [Name in keyof NoticeSettings]?: NoticeSettings[Name] | undefined }) {
  const chosen = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<NoticeSettings>
  return {
    ...chosen,
    ...(chosen.weekdays !== undefined && { weekdays: [...new Set(chosen.weekdays)].sort() }),
    ...(chosen.times !== undefined && { times: [...new Set(chosen.times)].sort() }),
  }
}
