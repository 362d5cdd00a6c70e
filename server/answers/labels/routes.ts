import { questionLabels } from '#contract/question-labels'
import { on, type Route } from '#platform/gate'
import { listLabels } from './list-labels.ts'

export const labelsRoutes: Route[] = [on(questionLabels.listLabels, listLabels)]
