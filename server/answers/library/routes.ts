import { library } from '#contract/library'
import { on, type Route } from '#platform/gate'
import { listAnswersOf } from './list-answers-of.ts'
import { listLibrary } from './list-library.ts'

export const libraryRoutes: Route[] = [
  on(library.listLibrary, listLibrary),
  on(library.listAnswersOf, listAnswersOf),
]
