import type { Job } from '#platform/jobs'
import { forgetWeeks, postUnposted, type Tell } from './post-unposted.ts'

export function secrecyJobs(tell: Tell): Job[] {
  return [
    {
      name: 'answers/post-unposted',
      everySeconds: 60,
      run: ({ db, now }) => postUnposted({ db, now, tell }),
    },
    { name: 'answers/forget-weeks', cron: '23 * * * *', run: ({ db, now }) => forgetWeeks(db, now) },
  ]
}
