import { brief } from '#contract/brief'
import { briefHistory } from '#contract/brief-history'
import { worth } from '#contract/worth'
import type { CardSource } from '#platform/cards'
import { on, type Route } from '#platform/gate'
import type { WorthSource } from '#platform/worth'
import { attentionRoutes } from './attention/routes.ts'
import { delegateRoutes } from './delegates/routes.ts'
import { finishCard } from './finish-card.ts'
import { forgetReflection } from './forget-reflection.ts'
import { getBrief } from './get-brief.ts'
import { getSettings } from './get-settings.ts'
import { listPastBriefs } from './history/list-past-briefs.ts'
import { getParticipation } from './history/participation.ts'
import { listReflections } from './list-reflections.ts'
import { openBriefFrom, previewBriefFrom } from './open-brief.ts'
import { reopenCard } from './reopen-card.ts'
import { resetWeights } from './reset-weights.ts'
import { saveSettings } from './save-settings.ts'
import { listWorthYourTimeFrom } from './worthwhile/list-worth-your-time.ts'

/**
 * @param sources what each room offers to the brief
 * @param worthSources what each room knows of posts that may be worth somebody's time
 */
export function briefRoutes(sources: readonly CardSource[], worthSources: readonly WorthSource[]): Route[] {
  return [
    on(brief.openBrief, openBriefFrom(sources)),
    on(brief.previewBrief, previewBriefFrom(sources)),
    on(brief.getBrief, getBrief),
    on(brief.finishCard, finishCard),
    on(brief.reopenCard, reopenCard),
    on(brief.getSettings, getSettings),
    on(brief.saveSettings, saveSettings),
    on(brief.resetWeights, resetWeights),
    on(brief.listReflections, listReflections),
    on(brief.forgetReflection, forgetReflection),
    on(briefHistory.listPastBriefs, listPastBriefs),
    on(briefHistory.getParticipation, getParticipation),
    on(worth.listWorthYourTime, listWorthYourTimeFrom(worthSources)),
    ...delegateRoutes(sources),
    ...attentionRoutes(sources),
  ]
}
