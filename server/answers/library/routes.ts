import { library } from '#contract/library'
import { on, type Route } from '#platform/gate'
import { listLibrary } from './list-library.ts'

export const libraryRoutes: Route[] = [on(library.listLibrary, listLibrary)]
