import type { Brief, brief, Minutes } from '#contract/brief'
import type { InputOf } from '#contract/endpoint'
import type { BriefId } from '#contract/ref'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { isSameDay } from './next-sitting.ts'
import { planBrief } from './plan-brief.ts'
import { type Preference, readPreference } from './preference.ts'
import { FALLBACK_TIME_ZONE, requireReader, toReply } from './reply.ts'
import { findLatestBrief, insertBrief } from './store.ts'

/** Opens the brief of today; builds one where there is none yet, other minutes are wanted, or one is wanted again. */
export function openBriefFrom(sources: readonly CardSource[]) {
  return async function openBrief(ctx: Ctx, input: InputOf<typeof brief.openBrief>): Promise<Brief> {
    const personId = ctx.viewer.personId
    const reader = await requireReader(ctx)
    const preference = await readPreference(ctx.db, personId)
    const latest = await findLatestBrief(ctx.db, personId)
    const zone = reader.timeZone ?? FALLBACK_TIME_ZONE
    const isToday = latest !== undefined && isSameDay(latest.builtAt, ctx.now, zone)
    if (
      latest !== undefined &&
      isToday &&
      !input.again &&
      (input.minutes ?? latest.minutes) === latest.minutes
    ) {
      return toReply(ctx, latest)
    }
    const minutes = input.minutes ?? preference.settings.minutes
    const plan = await planBrief({ reader, ...question(ctx, { minutes, preference }) }, sources)
    const built = { id: newId<BriefId>(ctx.now), personId, minutes, builtAt: ctx.now, plan }
    await insertBrief(ctx.db, built)
    return toReply(ctx, built)
  }
}

/** The same brief, kept nowhere. */
export function previewBriefFrom(sources: readonly CardSource[]) {
  return async function previewBrief(
    ctx: Ctx,
    { minutes }: InputOf<typeof brief.previewBrief>,
  ): Promise<Brief> {
    const personId = ctx.viewer.personId
    const reader = await requireReader(ctx)
    const preference = await readPreference(ctx.db, personId)
    const plan = await planBrief({ reader, ...question(ctx, { minutes, preference }) }, sources)
    return toReply(ctx, { id: null, personId, minutes, builtAt: ctx.now, plan })
  }
}

function question(ctx: Ctx, { minutes, preference }: { minutes: Minutes; preference: Preference }) {
  const { weights, settings } = preference
  return { db: ctx.db, at: ctx.now, minutes, weights, wordsPerMinute: settings.wordsPerMinute }
}
