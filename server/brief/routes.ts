import { brief } from '#contract/brief'
import type { CardSource } from '#platform/cards'
import { on, type Route } from '#platform/gate'
import { finishCard } from './finish-card.ts'
import { forgetReflection } from './forget-reflection.ts'
import { getBrief } from './get-brief.ts'
import { getSettings } from './get-settings.ts'
import { listReflections } from './list-reflections.ts'
import { openBriefFrom, previewBriefFrom } from './open-brief.ts'
import { reopenCard } from './reopen-card.ts'
import { resetWeights } from './reset-weights.ts'
import { saveSettings } from './save-settings.ts'

/** @param sources what each room offers to the brief */
export function briefRoutes(sources: readonly CardSource[]): Route[] {
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
  ]
}
