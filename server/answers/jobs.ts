// What this room does by the clock and once something happened: its parts, and that who waits for an answer hears of it.
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { draftsJobs } from './drafts/jobs.ts'
import { hoursJobs, hoursListeners } from './hours/jobs.ts'
import { ledgerJobs } from './ledger/jobs.ts'
import { libraryJobs } from './library/jobs.ts'
import { secrecyJobs } from './secrecy/jobs.ts'
import type { Tell } from './secrecy/post-unposted.ts'
import { type Accepted, tellAccepted } from './standing/tell-accepted.ts'

const TELL_ACCEPTED = 'answers/tell-accepted'

export function answersJobs(settings: { baseUrl: string }, tell: Tell): readonly Job[] {
  return [
    ...draftsJobs,
    ...hoursJobs(settings),
    ...secrecyJobs(tell),
    ...ledgerJobs,
    ...libraryJobs,
    { name: TELL_ACCEPTED, run: ({ db, facts }) => tellAccepted(db, facts as Accepted) },
  ]
}

export const answersListeners: readonly Listener[] = [
  ...hoursListeners,
  { on: 'answers/answer-accepted', job: TELL_ACCEPTED },
]
