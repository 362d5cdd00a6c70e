// What office hours do after the commit: letters to those who queued.
import type { HoursId, PostId } from '#contract/ref'
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { writeChanged, writeSetAside } from './write-letters.ts'

const CHANGED = 'answers/write-of-changed-hours'
const SET_ASIDE = 'answers/write-of-set-aside'

export function hoursJobs({ baseUrl }: { baseUrl: string }): Job[] {
  return [
    {
      name: CHANGED,
      run: ({ db, now, facts }) => writeChanged({ db, now, baseUrl }, facts.hoursId as HoursId),
    },
    {
      name: SET_ASIDE,
      run: ({ db, now, facts }) => writeSetAside({ db, now, baseUrl }, facts.postId as PostId),
    },
  ]
}

export const hoursListeners: readonly Listener[] = [
  { on: 'answers/hours-changed', job: CHANGED },
  { on: 'answers/question-set-aside', job: SET_ASIDE },
]
