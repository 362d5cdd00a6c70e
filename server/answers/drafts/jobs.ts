import { sql } from 'kysely'
import type { Job } from '#platform/jobs'

const DRAFT_DAYS = 180

export const draftsJobs: readonly Job[] = [
  {
    name: 'answers/forget-drafts',
    cron: '23 4 * * *',
    run: async ({ db, now }) => {
      await sql`delete from answers.draft where at < ${now.subtract({ hours: 24 * DRAFT_DAYS })}`.execute(db)
    },
  },
]
