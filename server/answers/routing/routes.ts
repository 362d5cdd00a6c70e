import { routing } from '#contract/routing'
import { on, type Route } from '#platform/gate'
import { declineRouting } from './decline-routing.ts'
import { getRouting } from './get-routing.ts'
import { listExperts } from './list-experts.ts'
import { routeQuestion } from './route-question.ts'

export const routingRoutes: Route[] = [
  on(routing.listExperts, listExperts),
  on(routing.getRouting, getRouting),
  on(routing.routeQuestion, routeQuestion),
  on(routing.declineRouting, declineRouting),
]
