import { attention } from '#contract/attention'
import type { CardSource } from '#platform/cards'
import { on, type Route } from '#platform/gate'
import { getAttention } from './get-attention.ts'
import { listAnswersByFrom } from './list-answers-by.ts'
import { saveAttention } from './save-attention.ts'

/** @param sources what each room offers to the brief, in which questions wait */
export function attentionRoutes(sources: readonly CardSource[]): Route[] {
  return [
    on(attention.getAttention, getAttention),
    on(attention.saveAttention, saveAttention),
    on(attention.listAnswersBy, listAnswersByFrom(sources)),
  ]
}
