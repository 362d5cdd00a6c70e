// What this room does beside requests.
import type { Job } from '#platform/jobs'
import { draftsJobs } from './drafts/jobs.ts'
import { hoursJobs } from './hours/jobs.ts'
import { libraryJobs } from './library/jobs.ts'
import { secrecyJobs } from './secrecy/jobs.ts'
import type { Tell } from './secrecy/post-unposted.ts'

export function answersJobs(settings: { baseUrl: string }, tell: Tell): Job[] {
  return [...draftsJobs, ...hoursJobs(settings), ...secrecyJobs(tell), ...libraryJobs]
}
