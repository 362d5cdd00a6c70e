import { library } from '#contract/library'
import { onDownload } from '#platform/byte-routes'
import { on, type Route } from '#platform/gate'
import { downloadAnswers } from './download-answers.ts'
import { listAnswersOf } from './list-answers-of.ts'
import { listLibrary } from './list-library.ts'

export function libraryRoutes(settings: { baseUrl: string }): Route[] {
  return [
    on(library.listLibrary, listLibrary),
    on(library.listAnswersOf, listAnswersOf),
    onDownload(library.downloadAnswers, downloadAnswers(settings)),
  ]
}
