import type { Job } from '#platform/jobs'
import { postDue, type Tell } from './post-due.ts'

export function scheduledJobs(tell: Tell): Job[] {
  return [
    {
      name: 'spaces/post-due',
      everySeconds: 5,
      run: ({ db, now }) => postDue({ db, now, tell }),
    },
  ]
}
