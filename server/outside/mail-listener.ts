// The door to mail in: a small SMTP listener that takes what is meant for us and nothing else. It relays nothing, knows
// no users, and holds few mails at a time in memory.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Log } from '#platform/log'
import { MAIL_BYTES_MAX } from './mail-parts.ts'

export type Arrival = {
  bytes: Buffer
  /** In small letters. */
  recipients: string[]
  /** Bounces have none. */
  hasSender: boolean
}

/** What becomes of a mail: nothing more to say, or a sentence for the server that brought it. */
export type Verdict = { refused: string | undefined }

type Setup = {
  host: string
  port: number
  /** Whether mail may come to an address at all. */
  knows: (address: string) => Promise<boolean>
  take: (arrival: Arrival) => Promise<Verdict>
  /** Throws once a network address brought too much. */
  allow: (address: string) => Promise<void>
  log: Log
}

export type Listener = { port: number; stop: () => Promise<void> }

const CLIENTS_MAX = 30
const RECIPIENTS_MAX = 20
const IDLE_MS = 60_000
/** All mails that are under way together. */
const HELD_BYTES_MAX = 120_000_000

/** Opens the listener. @throws Error when the port cannot be had */
export async function openListener(setup: Setup): Promise<Listener> {
  const held = { bytes: 0 }
  const server = new SMTPServer({
    // Without a certificate of one's own its STARTTLS would only look like one.
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    size: MAIL_BYTES_MAX,
    maxClients: CLIENTS_MAX,
    socketTimeout: IDLE_MS,
    closeTimeout: 1000,
    disableReverseLookup: true,
    banner: 'Foyer',
    onMailFrom: (_, session, done) => {
      setup.allow(session.remoteAddress).then(
        () => done(),
        () => done(answer(451, 'That was a lot at once. Try again later.')),
      )
    },
    onRcptTo: ({ address }, { envelope }, done) => {
      if (envelope.rcptTo.length >= RECIPIENTS_MAX) return done(answer(452, 'Too many recipients at once.'))
      setup.knows(address.toLowerCase()).then(
        (isKnown) => done(isKnown ? null : answer(550, 'There is nobody at this address.')),
        () => done(answer(451, 'Try again later.')),
      )
    },
    onData: (stream, session, done) => {
      receive(setup, { stream, session, held, hangUp: () => hangUp(server, session) }).then(
        ({ refused }) => done(refused === undefined ? null : answer(550, refused)),
        (error: unknown) => {
          if (error instanceof Busy) return done(answer(452, 'Busy. Try again later.'))
          setup.log.error({ error: String(error) }, 'a mail could not be taken and is asked for again')
          done(answer(451, 'Something went wrong here. Try again later.'))
        },
      )
    },
  })
  // Whoever breaks a connection breaks their own.
  server.on('error', () => {})
  server.listen(setup.port, setup.host)
  await Promise.race([
    once(server.server, 'listening'),
    once(server.server, 'error').then(([error]) => Promise.reject(error)),
  ])
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

class Busy extends Error {}

/** Who breaks off in the middle of a mail still has it, and brings it again. */
async function* unbroken(stream: SMTPServerDataStream): AsyncIterable<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>
  } catch {
    throw new Busy()
  }
}

type Bringing = {
  stream: SMTPServerDataStream
  session: SMTPServerSession
  held: { bytes: number }
  hangUp: () => void
}

async function receive(setup: Setup, { stream, session, held, hangUp }: Bringing): Promise<Verdict> {
  const { rcptTo, mailFrom } = session.envelope
  const pieces: Buffer[] = []
  let bytes = 0
  let isBusy = false
  try {
    for await (const piece of unbroken(stream)) {
      // SMTP answers at the end alone; whoever honestly has too much says so before. So this one is cut off.
      if (bytes + piece.length > MAIL_BYTES_MAX) hangUp()
      // What comes while there is no room is read on and thrown away, to be brought again.
      isBusy ||= held.bytes + piece.length > HELD_BYTES_MAX
      if (bytes + piece.length > MAIL_BYTES_MAX || isBusy) continue
      bytes += piece.length
      held.bytes += piece.length
      pieces.push(piece)
    }
    if (stream.sizeExceeded) return { refused: `A mail has at most ${MAIL_BYTES_MAX / 1e6} MB here.` }
    if (isBusy) throw new Busy()
    const recipients = [...new Set(rcptTo.map(({ address }) => address.toLowerCase()))]
    const hasSender = mailFrom !== false && mailFrom.address !== ''
    return await setup.take({ bytes: Buffer.concat(pieces), recipients, hasSender })
  } finally {
    held.bytes -= bytes
  }
}

type Connections = {
  connections: Set<{ id: string; send: (code: number, words: string) => void; close: () => void }>
}

/** Ends a connection in the middle of a mail; the library keeps its connections by the id of their session. */
function hangUp(server: SMTPServer, { id }: SMTPServerSession): void {
  for (const connection of (server as unknown as Connections).connections) {
    if (connection.id !== id) continue
    connection.send(552, `A mail has at most ${MAIL_BYTES_MAX / 1e6} MB here.`)
    connection.close()
  }
}

function answer(code: number, sentence: string): Error {
  return Object.assign(new Error(sentence.replace(/[^\x20-\x7e]/g, '?')), { responseCode: code })
}
