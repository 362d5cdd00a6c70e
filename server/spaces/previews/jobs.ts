// What this part of the room does by the clock; it alone asks pages of the web.
import type { FetchPage } from '#outside/fetch'
import type { Job } from '#platform/jobs'
import { fetchPreviews } from './fetch-previews.ts'
import { forgetTold } from './store.ts'

export function previewsJobs(fetchPage: FetchPage): Job[] {
  return [
    {
      name: 'spaces/fetch-previews',
      everySeconds: 2,
      run: ({ db, now }) => fetchPreviews({ db, now, fetchPage }),
    },
    {
      name: 'spaces/forget-pages',
      cron: '37 4 * * *',
      run: ({ db, now }) => forgetTold(db, now),
    },
  ]
}
