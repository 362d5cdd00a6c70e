// What the ledger does by the clock.
import type { Job } from '#platform/jobs'
import { keepServed } from './keep-served.ts'

export const ledgerJobs: Job[] = [
  { name: 'answers/keep-served', cron: '41 * * * *', run: ({ db, now }) => keepServed(db, now) },
]
