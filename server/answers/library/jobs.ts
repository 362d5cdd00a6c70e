// What the library does by the clock.
import type { Job } from '#platform/jobs'
import { letReuseFade } from './let-reuse-fade.ts'

export const libraryJobs: Job[] = [
  { name: 'answers/let-reuse-fade', cron: '17 3 * * *', run: ({ db, now }) => letReuseFade(db, now) },
]
