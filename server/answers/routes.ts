import { answers } from '#contract/answers'
import { on, type Route } from '#platform/gate'
import { getQuestion } from './get-question.ts'

export const answersRoutes: Route[] = [on(answers.getQuestion, getQuestion)]
