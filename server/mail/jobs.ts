// What this room does beside requests: it sends what waits, takes in what comes, and forgets what is over.
import { sql } from 'kysely'
import type { SendMail } from '#outside/mail'
import { readMailbox } from '#outside/mail-box'
import { type Listener, openListener } from '#outside/mail-listener'
import { readMail } from '#outside/mail-reader'
import type { Job } from '#platform/jobs'
import type { Log } from '#platform/log'
import { sentence } from '#platform/say'
import type { Settings } from '#platform/settings'
import type { Letterbox } from './letterbox.ts'
import { couldMean } from './meant.ts'
import { noteUnread } from './receive.ts'
import { sendLetters } from './send-letters.ts'
import { takeIn } from './take-in.ts'
import { findDomain, type MailSettings } from './ways.ts'

/** How long settled letters, used links and notes of what came in are remembered. */
const LETTER_DAYS = 30
const LINK_DAYS = 30
const RECEIVED_DAYS = 90

type Setup = { settings: MailSettings; send: SendMail; box: Letterbox; log: Log }

export function mailJobs({ settings, send, box, log }: Setup): Job[] {
  const { imapUrl: url } = settings
  return [
    ...(url === undefined ? [] : [mailboxJob({ box, url, log })]),
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
        await sql`delete from mail.signed_address where expires_at < ${now}`.execute(db)
        await sql`delete from mail.question where at < ${daysAgo(LINK_DAYS)}`.execute(db)
        await sql`delete from mail.received where at < ${daysAgo(RECEIVED_DAYS)}`.execute(db)
      },
    },
  ]
}

type ToOpen = { box: Letterbox; settings: Pick<Settings, 'host'> & MailSettings; log: Log }

/**
 * Opens the listener to which mail servers bring mail, where the settings name a port for it.
 * @returns where it listens, and what closes it again
 */
export async function openLetterbox({ box, settings, log }: ToOpen): Promise<Listener> {
  const { host, mailListenPort: port } = settings
  if (port === undefined) return { port: 0, stop: async () => {} }
  try {
    return await openListener({
      ...{ host, port, log },
      allow: (address) => box.limits.takeForAddress(`mail ${address}`),
      knows: async (address) => {
        const domain = await findDomain(box.db, box.settings)
        return domain !== undefined && couldMean(address, domain)
      },
      take: (arrival) => takeIn(box, readMail, arrival),
    })
  } catch (error) {
    // One process of several on a machine has the port; the others do all else.
    log.warn({ port, error: String(error) }, 'mail cannot come in at this port')
    return { port: 0, stop: async () => {} }
  }
}

/** Reads a mailbox every minute. */
function mailboxJob({ box, url, log }: { box: Letterbox; url: string; log: Log }): Job {
  const take = async (bytes: Buffer) => {
    // Whoever sent it is told by letter or not at all: a mailbox has no server to say no to.
    await takeIn(box, readMail, { bytes, recipients: undefined, hasSender: true })
  }
  const tooLarge = (id: string) =>
    noteUnread(box, { id, sentence: sentence('A mail in the mailbox was too large to be read.') })
  return { name: 'mail/read-mailbox', everySeconds: 60, run: () => readMailbox({ url, take, tooLarge, log }) }
}
