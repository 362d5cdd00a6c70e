// The brief of a sitting, by whichever way it reaches its reader: one plan a day, however often it is looked at.
import type { Minutes } from '#contract/brief'
import type { BriefId } from '#contract/ref'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { requireStanding } from './access.ts'
import { paceInUse } from './attention/store.ts'
import { listPrepared } from './delegates/store.ts'
import { withPreparation } from './delegates/with-preparation.ts'
import { isSameDay } from './next-sitting.ts'
import { planBrief } from './plan-brief.ts'
import type { Plan } from './planned-card.ts'
import type { Known } from './reply.ts'
import { findLatestBrief, type StoredBrief } from './store.ts'
import type { BriefQuestion } from './weigh-candidates.ts'

export type Wanted = {
  /** Those of the settings, or of the brief that is there already, where none are named. */
  minutes?: Minutes | undefined
  /** Whether another one is wanted though there is one. */
  again?: boolean
  leaveOut?: BriefQuestion['leaveOut']
}

const EMPTY_PLAN: Plan = { cards: [], leftOut: [], candidateCount: 0, secondsPlanned: 0, secondsUnheard: 0 }

/**
 * The brief of today for the viewer: the one that is kept, or one built now from what is there, which the caller keeps.
 * @returns the brief, what was read for it, and whether it is kept already. One that is held back, as the minutes of the week are spent, has
 *   no cards and is not to be kept; who asks again gets what waits longest.
 */
export async function briefOfToday(
  ctx: Ctx,
  { minutes: named, again = false, leaveOut }: Wanted,
  sources: readonly CardSource[],
): Promise<{ brief: StoredBrief; isKept: boolean; isHeldBack?: boolean; known: Known }> {
  const { personId } = ctx.viewer
  const standing = await requireStanding(ctx)
  const { reader, settings, weights, rhythm, kept, attention } = standing
  const latest = again ? undefined : await findLatestBrief(ctx.db, personId)
  const isToday = latest !== undefined && isSameDay(latest.builtAt, ctx.now, rhythm.timeZone)
  if (isToday && (named ?? latest.minutes) === latest.minutes)
    return { brief: latest, isKept: true, known: { standing } }
  const minutes = named ?? settings.minutes
  const isOverBudget = attention?.isSpent ?? false
  const fresh = { id: newId<BriefId>(ctx.now), personId, minutes, builtAt: ctx.now }
  if (isOverBudget && !again)
    return { brief: { ...fresh, plan: EMPTY_PLAN }, isKept: false, isHeldBack: true, known: { standing } }
  const pace = paceInUse(kept, settings.wordsPerMinute)
  const question = { db: ctx.db, reader, at: ctx.now, minutes, weights, ...pace, leaveOut, isOverBudget }
  const built = await planBrief(question, sources)
  const parts = await listPrepared(ctx.db, personId, ctx.now)
  const plan = await withPreparation(ctx.db, { ...question, executiveId: personId, parts }, built)
  return { brief: { ...fresh, plan }, isKept: false, known: { standing, parts } }
}
