import type { BriefSettings, brief } from '#contract/brief'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { writeAttention } from './attention/store.ts'
import { noteNextSending } from './letters/due.ts'
import { holdPreference, readPreference, settingsReply, writePreference } from './preference.ts'

/** Sets what is given and leaves the rest. */
export async function saveSettings(
  ctx: Ctx,
  input: InputOf<typeof brief.saveSettings>,
): Promise<ReplyOf<typeof brief.saveSettings>> {
  await holdPreference(ctx.db, ctx.viewer.personId)
  const before = await readPreference(ctx.db, ctx.viewer.personId)
  const given = Object.fromEntries(Object.entries(input.settings).filter(([, value]) => value !== undefined))
  const settings: BriefSettings = { ...before.settings, ...given }
  const after = { ...before, settings: { ...settings, weekdays: [...new Set(settings.weekdays)].sort() } }
  await writePreference(ctx.db, ctx.viewer.personId, after)
  // Whoever moves the pace wants this one, whatever was learned.
  if (input.settings.wordsPerMinute !== undefined) {
    await writeAttention(ctx.db, ctx.viewer.personId, { choice: 'own' })
  }
  await noteNextSending(ctx.db, ctx.viewer.personId, ctx.now)
  return settingsReply(after, ctx.viewer.language)
}
