import { answers } from '#contract/answers'
import { on, type Route } from '#platform/gate'
import { askingRoutes } from './asking/routes.ts'
import { draftsRoutes } from './drafts/routes.ts'
import { getQuestion } from './get-question.ts'
import { labelsRoutes } from './labels/routes.ts'
import { libraryRoutes } from './library/routes.ts'
import { mergingRoutes } from './merging/routes.ts'
import { routingRoutes } from './routing/routes.ts'
import { secrecyRoutes } from './secrecy/routes.ts'
import { similarRoutes } from './similar/routes.ts'
import { standingRoutes } from './standing/routes.ts'
import { whomRoutes } from './whom/routes.ts'

export function answersRoutes(settings: { baseUrl: string }): Route[] {
  return [
    on(answers.getQuestion, getQuestion),
    ...standingRoutes,
    ...askingRoutes,
    ...draftsRoutes,
    ...similarRoutes,
    ...whomRoutes,
    ...mergingRoutes,
    ...routingRoutes,
    ...secrecyRoutes,
    ...labelsRoutes,
    ...libraryRoutes(settings),
  ]
}
