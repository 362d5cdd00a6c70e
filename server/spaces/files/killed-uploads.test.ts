// Foyer is killed in the middle of uploads. Whatever a row tells of is whole on disk, and what was answered is there.
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import type { File } from '#contract/files'
import { end, endAll, enter, type Started, start } from '#testing/foyer-process'

const ROUNDS = 4
const LANES = 4
const FOYER_DATA = mkdtempSync(join(tmpdir(), 'foyer-killed-uploads-'))
after(async () => {
  await endAll()
  await rm(FOYER_DATA, { recursive: true, force: true })
})

type Sent = { key: string; bytes: Buffer }

/** Of every size, so that death comes between and within writes. */
function bytesOf(key: string): Buffer {
  const seed = Buffer.from(key)
  return Buffer.alloc(1 + ((seed[seed.length - 1] ?? 0) % 7) * 100_000, seed)
}

async function send(at: { port: number; cookie: string }, { key, bytes }: Sent): Promise<File> {
  const answer = await fetch(`http://127.0.0.1:${at.port}/api/spaces/upload-file?name=${key}.bin`, {
    method: 'POST',
    headers: { cookie: at.cookie, 'content-type': 'application/octet-stream', 'idempotency-key': key },
    body: new Uint8Array(bytes),
  })
  assert.equal(answer.status, 200)
  return answer.json()
}

/** Uploads on several lanes and kills once so many were begun; gives those that were answered, and all others. */
async function sendUntilDeath(foyer: Started, { cookie, round }: { cookie: string; round: number }) {
  const answered: (Sent & { file: File })[] = []
  const unanswered: Sent[] = []
  let begun = 0
  const lane = async (number: number) => {
    for (let count = 0; ; count += 1) {
      const key = `round-${round}-${number}-${count}`
      const sent = { key, bytes: bytesOf(key) }
      const answering = send({ ...foyer, cookie }, sent).catch(() => undefined)
      begun += 1
      if (begun === 9 + 5 * round) foyer.child.kill('SIGKILL')
      const file = await answering
      if (file === undefined) return unanswered.push(sent)
      answered.push({ ...sent, file })
    }
  }
  await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)))
  await end(foyer.child, 'SIGKILL')
  return { answered, unanswered }
}

async function requireWhole(at: { port: number; cookie: string }, file: File, bytes: Buffer): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${at.port}/files/${file.id}/x`, {
    headers: { cookie: at.cookie },
  })
  assert.equal(answer.status, 200)
  assert.ok(bytes.equals(Buffer.from(await answer.arrayBuffer())), 'the very bytes that were sent')
}

it('a death in the middle of uploads leaves no row without its bytes, and keeps what was answered', async () => {
  let foyer = await start({ FOYER_DATA })
  const cookie = await enter(foyer)
  for (let round = 0; round < ROUNDS; round += 1) {
    const { answered, unanswered } = await sendUntilDeath(foyer, { cookie, round })
    foyer = await start({ FOYER_DATA })
    const at = { port: foyer.port, cookie }
    for (const { file, bytes } of answered) await requireWhole(at, file, bytes)
    // Sent again under its key, an upload is answered with the row it left behind, if it left one.
    for (const sent of unanswered) await requireWhole(at, await send(at, sent), sent.bytes)
  }
})
