// What this room does by the clock: counts the network, and lets single readings go that are long past.
import { sql } from 'kysely'
import type { Job } from '#platform/jobs'

const COUNTED_EVERY_HOURS = 1
/** Longer than any period that is asked for; what was read on which day stays. */
const READINGS_KEPT_DAYS = 400

export const voicesJobs: Job[] = [
  {
    name: 'voices/count-network',
    everySeconds: 60,
    run: async ({ db, now }) => {
      await sql`
        select voices.count_network(${now})
        where not exists (
          select from voices.counted where at > ${now.subtract({ hours: COUNTED_EVERY_HOURS })}
        )`.execute(db)
    },
  },
  {
    name: 'voices/thin-readings',
    cron: '23 4 * * *',
    run: async ({ db, now }) => {
      await sql`
        delete from voices.reading where first_at < ${now.subtract({ hours: 24 * READINGS_KEPT_DAYS })}`.execute(
        db,
      )
    },
  },
]
