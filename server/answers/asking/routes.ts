import { asking } from '#contract/asking'
import { on, type Route } from '#platform/gate'
import { askQuestion } from './ask-question.ts'

export const askingRoutes: Route[] = [on(asking.askQuestion, askQuestion)]
