import { merging } from '#contract/merging'
import { on, type Route } from '#platform/gate'
import { getMerging } from './get-merging.ts'
import { mergeQuestion } from './merge-question.ts'
import { unmergeQuestion } from './unmerge-question.ts'

export const mergingRoutes: Route[] = [
  on(merging.getMerging, getMerging),
  on(merging.mergeQuestion, mergeQuestion),
  on(merging.unmergeQuestion, unmergeQuestion),
]
