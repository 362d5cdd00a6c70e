// The way out for mail, on real sockets.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { after, describe, it } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { openMail, Undelivered, type Way } from './mail.ts'

const logged: string[] = []
const note = (...words: unknown[]) => void logged.push(JSON.stringify(words))
const send = openMail({ debug: note, info: note, warn: note, error: note })
const mail = { to: 'marta@foyer.test', subject: 'Two things', text: 'Words.', html: '<p>Words.</p>' }
const way = (port: number, more: Partial<Extract<Way, { host: string }>> = {}): Way => ({
  ...{ host: '127.0.0.1', port, security: 'none', sender: 'Foyer <foyer@foyer.test>' },
  ...{ userName: undefined, password: undefined },
  ...more,
})

async function listen(options: SMTPServerOptions): Promise<{ port: number; mails: string[] }> {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        mails.push(Buffer.concat(pieces).toString())
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  after(() => new Promise((resolve) => server.close(() => resolve(undefined))))
  return { port: (server.server.address() as AddressInfo).port, mails }
}

async function whyNot(by: Way): Promise<Undelivered> {
  try {
    await send(mail, async () => by)
  } catch (error) {
    assert.ok(error instanceof Undelivered)
    return error
  }
  throw new Error('it was sent')
}

async function silent(say: string): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(say)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => new Promise((resolve) => server.close(resolve)))
  return (server.address() as AddressInfo).port
}

describe('mail out', () => {
  it('goes to the server that is set, in plain text and HTML, with its headers', async () => {
    const { port, mails } = await listen({})
    const headers = { 'Auto-Submitted': 'auto-generated' }
    const more = { messageId: '<a@foyer.test>', inReplyTo: '<thread@foyer.test>', headers }
    await send({ ...mail, ...more }, async () => way(port))
    const [raw = ''] = mails
    for (const line of [
      /^From: Foyer <foyer@foyer\.test>/m,
      /^Message-ID: <a@foyer\.test>/m,
      /^In-Reply-To: <thread@foyer\.test>/m,
      /^References: <thread@foyer\.test>/m,
      /^Auto-Submitted: auto-generated/m,
      /^Content-Type: multipart\/alternative/m,
    ])
      assert.match(raw, line)
  })

  it('stays in the log where no server is set', async () => {
    await send(mail, async () => undefined)
    assert.ok(logged.some((line) => line.includes('marta@foyer.test')))
  })

  it('says that the server refused the connection', async () => {
    const port = await silent('')
    const why = await whyNot(way(port))
    assert.equal(why.isForGood, false)
    assert.match(why.message, /broke off|refused the connection/)
    assert.match((await whyNot(way(1))).message, /refused the connection/)
  })

  it('says that there is no server of that name', async () => {
    assert.match(
      (await whyNot(way(25, { host: 'nowhere.invalid' }))).message,
      /no mail server of that name|looked up/,
    )
  })

  it('says that user and password were not accepted, and repeats neither', async () => {
    const { port } = await listen({
      authOptional: false,
      allowInsecureAuth: true,
      authMethods: ['PLAIN'],
      onAuth: (_, __, done) => done(new Error('no')),
    })
    const why = await whyNot(way(port, { userName: 'foyer', password: 'hush-hush' }))
    assert.match(why.message, /user and password/)
    assert.ok(!why.message.includes('hush'))
  })

  it('says that a certificate is signed by nobody known', async () => {
    // The server brings the certificate that smtp-server makes for localhost.
    const { port } = await listen({ secure: true, disabledCommands: [] })
    assert.match((await whyNot(way(port, { security: 'tls' }))).message, /certificate/)
  })

  it('says that a server speaks no TLS where it was told to', async () => {
    const { port } = await listen({})
    assert.match((await whyNot(way(port, { security: 'tls' }))).message, /does not speak TLS|broke off/)
    assert.match((await whyNot(way(port, { security: 'starttls' }))).message, /STARTTLS/)
  })

  it('is given up for good when the recipient is unknown, and not when the server is busy', async () => {
    const say = (code: number, words: string) =>
      listen({ onRcptTo: (_, __, done) => done(Object.assign(new Error(words), { responseCode: code })) })
    const unknown = await whyNot(way((await say(550, 'no such user')).port))
    assert.match(unknown.message, /refused the mail: .*no such user/)
    assert.equal(unknown.isForGood, true)
    const busy = await whyNot(way((await say(451, 'try later')).port))
    assert.equal(busy.isForGood, false)
  })
})
