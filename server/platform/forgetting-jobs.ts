// What the platform lets go of by the clock.
import { forgetDoneWrites } from './done-writes.ts'
import type { Job } from './jobs.ts'
import { forgetHappenings } from './live-happening.ts'

export const platformJobs: readonly Job[] = [
  {
    name: 'platform/forget-done-writes',
    cron: '41 * * * *',
    run: ({ db, now }) => forgetDoneWrites(db, now),
  },
  {
    name: 'platform/forget-happenings',
    cron: '*/10 * * * *',
    run: ({ db, now }) => forgetHappenings(db, now),
  },
]
