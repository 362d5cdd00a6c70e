// What this room does by the clock: it sends what waits, and forgets what is over.
import { sql } from 'kysely'
import type { SendMail } from '#outside/mail'
import type { Job } from '#platform/jobs'
import { sendLetters } from './send-letters.ts'
import type { MailSettings } from './ways.ts'

/** How long settled letters, used links and notes of what came in are remembered. */
const LETTER_DAYS = 30
const LINK_DAYS = 30
const RECEIVED_DAYS = 90

export function mailJobs({ settings, send }: { settings: MailSettings; send: SendMail }): Job[] {
  return [
    {
      name: 'mail/send-letters',
      everySeconds: 2,
      run: ({ db, now }) => sendLetters({ db, settings, send, now }),
    },
    {
      name: 'mail/forget-letters',
      cron: '37 3 * * *',
      run: async ({ db, now }) => {
        const daysAgo = (days: number) => now.subtract({ hours: 24 * days })
        await sql`delete from mail.letter where state <> 'waiting' and settled_at < ${daysAgo(LETTER_DAYS)}`.execute(
          db,
        )
        await sql`delete from mail.one_button where expires_at < ${daysAgo(LINK_DAYS)}`.execute(db)
        await sql`delete from mail.received where at < ${daysAgo(RECEIVED_DAYS)}`.execute(db)
      },
    },
  ]
}
