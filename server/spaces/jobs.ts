// What this room does by the clock.
import { sql } from 'kysely'
import type { Job } from '#platform/jobs'
import { UNDO_MINUTES } from './words.ts'

export const spacesJobs: Job[] = [
  {
    name: 'spaces/refresh-word-counts',
    cron: '17 * * * *',
    run: async ({ db }) => {
      await sql`select spaces.refresh_word_counts()`.execute(db)
    },
  },
  {
    name: 'spaces/forget-deleted-words',
    cron: '*/15 * * * *',
    run: async ({ db, now }) => {
      await sql`
        delete from spaces.version v
        where v.was_deletion and v.until_at < ${now.subtract({ minutes: UNDO_MINUTES })}`.execute(db)
    },
  },
]
