import { similar } from '#contract/similar'
import { on, type Route } from '#platform/gate'
import { confirmAnswer } from './confirm-answer.ts'
import { listSimilar } from './list-similar.ts'
import { noteOpened } from './note-opened.ts'

export const similarRoutes: Route[] = [
  on(similar.listSimilar, listSimilar),
  on(similar.confirmAnswer, confirmAnswer),
  on(similar.noteOpened, noteOpened),
]
