// The door to a mailbox that is read by IMAP: every unread mail once, marked as read when it was dealt with.
import { ImapFlow } from 'imapflow'
import type { Log } from '#platform/log'
import { MAIL_BYTES_MAX } from './mail-parts.ts'

type Setup = {
  url: string
  /** Deals with a mail; one that throws is left unread and comes again. */
  take: (bytes: Buffer) => Promise<void>
  /** Is told of one that is too large to be fetched. */
  tooLarge: (id: string) => Promise<void>
  log: Log
}

const FETCHED_MAX = 50
const WAIT_MS = 30_000

/** Reads what is unread, at most fifty mails. @throws Error when the mailbox cannot be read */
export async function readMailbox(setup: Setup): Promise<void> {
  const client = new ImapFlow({ ...serverOf(setup.url), logger: false, ...TIMES })
  // Without a listener, a connection that breaks would end the process.
  client.on('error', (error) => setup.log.warn({ error: String(error) }, 'the mailbox stumbled'))
  await client.connect()
  try {
    const lock = await client.getMailboxLock('INBOX')
    try {
      await readUnread(client, setup)
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

const TIMES = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS }

async function readUnread(client: ImapFlow, { take, tooLarge, log }: Setup): Promise<void> {
  const unread = await client.search({ seen: false }, { uid: true })
  for (const uid of (unread || []).slice(0, FETCHED_MAX)) {
    const known = await client.fetchOne(String(uid), { uid: true, size: true, envelope: true }, { uid: true })
    if (known === false || known === undefined) continue
    try {
      if ((known.size ?? 0) > MAIL_BYTES_MAX)
        await tooLarge(known.envelope?.messageId ?? `<uid.${uid}@mailbox>`)
      else {
        const fetched = await client.fetchOne(String(uid), { source: true }, { uid: true })
        if (!fetched || fetched.source === undefined) continue
        await take(fetched.source)
      }
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
    } catch (error) {
      log.error({ error: String(error) }, 'a mail could not be taken and stays unread')
    }
  }
}

function serverOf(url: string) {
  const { hostname, port, protocol, username, password } = new URL(url)
  const secure = protocol === 'imaps:'
  return {
    host: hostname,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  }
}
