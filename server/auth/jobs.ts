// What sign-in does by the clock.
import type { Job } from '#platform/jobs'
import { deleteEnded } from './store.ts'

export const authJobs: Job[] = [
  {
    name: 'auth/forget-ended',
    cron: '17 3 * * *',
    run: ({ db, now }) => deleteEnded(db, { sessions: now, links: now.subtract({ hours: 24 }) }),
  },
]
