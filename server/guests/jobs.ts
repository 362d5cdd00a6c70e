// What this room does by the clock, and when somebody of the house goes.
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { endOverdue, passOnGuests, tellSponsors } from './settle.ts'

export function guestsJobs({ baseUrl }: { baseUrl: string }): Job[] {
  return [
    {
      name: 'guests/settle',
      cron: '* * * * *',
      run: async ({ db, now }) => {
        await endOverdue(db, now)
        // Imports mark leavers without telling of each.
        await passOnGuests(db)
        await tellSponsors({ db, now, baseUrl })
      },
    },
  ]
}

/** In the transaction in which somebody goes: no guest reads on for a moment with nobody to answer for them. */
export const guestsListeners: readonly Listener[] = [
  { on: 'people/person-deactivated', note: passOnGuests },
  { on: 'people/roles-changed', note: passOnGuests },
]
