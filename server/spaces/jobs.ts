// What this room does by the clock.
import { sql } from 'kysely'
import type { Job } from '#platform/jobs'
import { fillLanguages } from './fill-languages.ts'
import { learnNewWords } from './learn-words.ts'
import { watchJob } from './moderation/watch-words.ts'
import { closeDuePolls } from './polls/close-due-polls.ts'
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
    name: 'spaces/learn-words',
    cron: '*/5 * * * *',
    run: ({ db }) => learnNewWords(db),
  },
  {
    name: 'spaces/fill-languages',
    cron: '* * * * *',
    run: async ({ db }) => {
      await fillLanguages(db)
    },
  },
  {
    name: 'spaces/close-due-polls',
    everySeconds: 5,
    run: ({ db, now }) => closeDuePolls(db, now),
  },
  watchJob,
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
