import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { beforeEach, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import type { File } from '#contract/files'
import { ORIGIN, startFoyer } from '#testing/foyer'

const BYTES_MAX = 64 * 1024
const foyer = await startFoyer({ environment: { FILE_BYTES_MAX: String(BYTES_MAX) } })
const member = await foyer.as('member')
const csv = Buffer.from('week,scrap\n12,3.4\n')

async function kept(name: string, bytes: Uint8Array): Promise<File> {
  const answer = await member.upload(name, bytes)
  assert.equal(answer.problem, undefined)
  return answer.body
}

const onDisk = () => readdirSync(join(foyer.dataFolder, 'files'), { recursive: true, withFileTypes: true })
const bytesOnDisk = () => onDisk().filter((entry) => entry.isFile()).length

await kept('first.csv', csv)

describe('an upload', () => {
  let before = 0
  beforeEach(() => {
    before = bytesOnDisk()
  })

  async function refused(code: string, name: string, bytes: Uint8Array): Promise<void> {
    const answer = await member.upload(name, bytes)
    assert.equal(answer.problem?.code, code)
    assert.match(answer.problem?.detail ?? '', /^[A-Z].+\.$/)
    assert.equal(bytesOnDisk(), before)
  }

  it('takes a file of the largest size and refuses one byte more, leaving nothing of it', async () => {
    assert.equal((await kept('full.bin', Buffer.alloc(BYTES_MAX, 1))).bytes, BYTES_MAX)
    before = bytesOnDisk()
    await refused('file-too-large', 'over.bin', Buffer.alloc(BYTES_MAX + 1, 1))
  })

  it('refuses an empty file', () => refused('empty-file', 'empty.txt', Buffer.alloc(0)))

  it('sent twice under one key is kept once, and a key used for other bytes is refused', async () => {
    const [one, two] = await Promise.all([
      member.upload('once.csv', csv, 'the-same-upload'),
      member.upload('once.csv', csv, 'the-same-upload'),
    ])
    assert.deepEqual(one.body, two.body)
    const third = await member.upload('once.csv', csv, 'the-same-upload')
    assert.deepEqual(third.body, one.body)
    assert.equal(bytesOnDisk(), before + 1)
    const other = await member.upload('once.csv', Buffer.from('other'), 'the-same-upload')
    assert.equal(other.problem?.code, 'key-used-otherwise')
  })

  const raw = (body: BodyInit, headers: Record<string, string>) =>
    member.open('/api/spaces/upload-file?name=x.txt', {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/octet-stream', ...headers },
      body,
      duplex: 'half',
    } as RequestInit)

  it('that is not as long as it said is not kept', async () => {
    for (const length of ['5', '500']) {
      const answer = await raw('0123456789', { 'content-length': length })
      assert.equal((await answer.json()).code, 'cut-off')
    }
    assert.equal(bytesOnDisk(), before)
  })

  it('that says it is too large is refused unread', async () => {
    let isRead = false
    const body = new ReadableStream(
      {
        pull: () => {
          isRead = true
        },
      },
      { highWaterMark: 0 },
    )
    const answer = await raw(body, { 'content-length': String(10 ** 12) })
    assert.equal((await answer.json()).code, 'file-too-large')
    assert.equal(isRead, false)
  })

  it('that breaks off leaves nothing', async () => {
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(Buffer.from('the beginning'))
        controller.error(new Error('the line broke'))
      },
    })
    assert.equal((await (await raw(body, {})).json()).code, 'cut-off')
    assert.equal(bytesOnDisk(), before)
  })

  it('of another site, or as a form would send it, is refused', async () => {
    const foreign = await raw('x', { origin: 'https://elsewhere.test' })
    assert.equal((await foreign.json()).code, 'cross-site')
    for (const type of ['multipart/form-data; boundary=x', 'text/plain', 'application/json']) {
      assert.equal((await (await raw('x', { 'content-type': type })).json()).code, 'not-bytes')
    }
  })

  it('beyond two hundred in ten minutes is refused for that person alone', async () => {
    const steward = await foyer.as('steward')
    const codes: (string | undefined)[] = []
    for (let number = 0; number < 201; number += 1)
      codes.push((await steward.upload('', Buffer.alloc(0))).problem?.code)
    assert.deepEqual([codes[199], codes[200]], ['empty-file', 'slow-down'])
    await kept('mine.csv', csv)
  })
})

describe('over a real line', () => {
  const head = (bytes: number) =>
    [
      'POST /api/spaces/upload-file?name=x.bin HTTP/1.1',
      'host: localhost:3000',
      `cookie: ${member.cookie}`,
      'content-type: application/octet-stream',
      `content-length: ${bytes}`,
      'connection: close',
    ].join('\r\n')

  it('an upload that is cut in the middle leaves nothing, and one that is too large is told so at once', async () => {
    const server = serve({ fetch: foyer.app.fetch, port: 0 })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const before = bytesOnDisk()
    const cut = connect(port).on('error', () => {})
    cut.write(`${head(5000)}\r\n\r\nthe beginning`)
    while (bytesOnDisk() === before) await new Promise((resolve) => setImmediate(resolve))
    cut.destroy()
    while (bytesOnDisk() > before) await new Promise((resolve) => setImmediate(resolve))
    const large = connect(port)
    large.write(`${head(10 ** 12)}\r\n\r\n`)
    let answer = ''
    for await (const part of large) answer += part
    assert.match(answer, /^HTTP\/1.1 413 [\s\S]*"code":"file-too-large"/)
    server.close()
    await once(server, 'close')
  })
})

describe('room for files', () => {
  it('is refused with a sentence when all files together have reached their bound', async () => {
    const small = await startFoyer({ environment: { FILES_BYTES_MAX: '20' } })
    const caller = await small.as('member')
    assert.equal((await caller.upload('a.csv', csv)).status, 200)
    const answer = await caller.upload('b.csv', csv)
    assert.equal(answer.problem?.code, 'files-full')
    const count = await sql`select from spaces.file`.execute(small.db)
    assert.equal(count.rows.length, 1)
  })
})
