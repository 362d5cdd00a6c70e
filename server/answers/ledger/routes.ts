import { scale } from '#contract/scale'
import { on, type Route } from '#platform/gate'
import { type AnswerTimes, getScaleFrom } from './get-scale.ts'
import { saveScaleAssumptionsFrom } from './save-scale-assumptions.ts'

/** @param answerTimes knows what people's answers took */
export function ledgerRoutes(answerTimes: AnswerTimes): Route[] {
  return [
    on(scale.getScale, getScaleFrom(answerTimes)),
    on(scale.saveScaleAssumptions, saveScaleAssumptionsFrom(answerTimes)),
  ]
}
