import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromBufferPromise } from 'yauzl'
import { streamZip } from './zip.ts'

const TEXTS = 2000
/** Such as no compression makes small. */
const text = Array.from({ length: 20_000 }, (_, at) =>
  String.fromCharCode(33 + ((at * at * 31 + at * 7) % 89)),
).join('')

describe('a zip that goes out as it is made', () => {
  it('is whole, and has each text under its path', async () => {
    async function* texts() {
      for (const path of ['a.txt', 'b/c.txt']) yield { path, text: `text of ${path}` }
    }
    const bytes = Buffer.from(await new Response(streamZip(texts())).arrayBuffer())
    const zip = await fromBufferPromise(bytes, { lazyEntries: true })
    const names: string[] = []
    for await (const entry of zip.eachEntry()) names.push(entry.fileName)
    assert.deepEqual(names, ['a.txt', 'b/c.txt'])
  })

  it('reads no further than whoever takes it, and stops where they leave', async () => {
    let read = 0
    const ended = Promise.withResolvers<void>()
    async function* texts() {
      try {
        for (; read < TEXTS; read += 1) yield { path: `${read}.txt`, text }
      } finally {
        ended.resolve()
      }
    }
    const reader = streamZip(texts()).getReader()
    await reader.read()
    await reader.cancel()
    await ended.promise
    assert.ok(read < TEXTS / 10, `${read} of ${TEXTS} were read`)
  })

  it('breaks off where its texts do, and does not pass for a whole one', async () => {
    async function* texts() {
      yield { path: 'a.txt', text: 'a' }
      throw new Error('The database went away.')
    }
    await assert.rejects(new Response(streamZip(texts())).arrayBuffer())
  })
})
