import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Hono } from 'hono'
import { answerBytes, readRange } from './byte-answer.ts'

const content = Buffer.from(Array.from({ length: 200 }, (_, index) => index))
let openings = 0

function serve(bytes: Buffer) {
  const app = new Hono()
  app.get('/', (context) =>
    answerBytes(context, {
      contentType: 'text/plain; charset=utf-8',
      length: bytes.length,
      tag: 'abc',
      disposition: 'inline',
      name: 'Überschuß "2".txt',
      open: async ({ start, end }) => {
        openings += 1
        return new Blob([new Uint8Array(bytes.subarray(start, end + 1))]).stream()
      },
    }),
  )
  return (headers: Record<string, string> = {}, method = 'GET') => app.request('/', { method, headers })
}

const ask = serve(content)
const number = fc.integer({ min: 0, max: 250 })

describe('bytes', () => {
  it('come in the very range that was asked for, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.option(number), fc.option(number), async (first, last) => {
        const answer = await ask({ range: `bytes=${first ?? ''}-${last ?? ''}` })
        const got = Buffer.from(await answer.arrayBuffer())
        const start = first ?? Math.max(0, content.length - (last ?? 0))
        const end = first === null || last === null ? content.length : last + 1
        const isMeaningless =
          (first === null && last === null) || (first !== null && last !== null && last < first)
        if (isMeaningless) return assert.deepEqual([answer.status, got], [200, content])
        const expected = content.subarray(start, end)
        if (expected.length === 0) {
          assert.deepEqual([answer.status, answer.headers.get('content-range')], [416, 'bytes */200'])
          return assert.equal(got.length, 0)
        }
        assert.deepEqual([answer.status, got], [206, expected])
        assert.equal(answer.headers.get('content-length'), String(expected.length))
        const named = `bytes ${start}-${start + expected.length - 1}/200`
        return assert.equal(answer.headers.get('content-range'), named)
      }),
    )
  })

  it('come whole when the range is none, or several, or of another unit', () => {
    for (const header of [
      '',
      'bytes',
      'bytes=',
      'bytes=-',
      'bytes=a-b',
      'bytes=0-1,3-4',
      'lines=0-1',
      'bytes=5-2',
    ]) {
      assert.equal(readRange(header, 200), 'all', header)
    }
    assert.deepEqual(readRange(' BYTES = 1 - 2 ', 200), { start: 1, end: 2 })
    assert.equal(readRange('bytes=99999999999999999999-', 200), 'beyond')
  })

  it('are not sent again to those who have them', async () => {
    for (const tags of ['"abc"', 'W/"abc"', '"x", "abc"', '*']) {
      const answer = await ask({ 'if-none-match': tags, range: 'bytes=0-1' })
      assert.deepEqual([answer.status, await answer.text()], [304, ''], tags)
      assert.equal(answer.headers.get('etag'), '"abc"')
    }
    assert.equal((await ask({ 'if-none-match': '"abcd"' })).status, 200)
  })

  it('go on where they broke off only while they are the same', async () => {
    assert.equal((await ask({ range: 'bytes=5-', 'if-range': '"abc"' })).status, 206)
    for (const stale of ['"abd"', 'W/"abc"', 'Mon, 02 Mar 2026 08:00:00 GMT']) {
      assert.equal((await ask({ range: 'bytes=5-', 'if-range': stale })).status, 200, stale)
    }
  })

  it('are told of by HEAD without being opened', async () => {
    const before = openings
    const answer = await ask({}, 'HEAD')
    assert.deepEqual([answer.status, await answer.text()], [200, ''])
    assert.equal(answer.headers.get('content-length'), '200')
    assert.equal(answer.headers.get('accept-ranges'), 'bytes')
    assert.equal(openings, before)
  })

  it('bear a name that every program reads, and may neither run nor load anything', async () => {
    const { headers } = await ask()
    const named = `inline; filename="_berschu_ _2_.txt"; filename*=UTF-8''%C3%9Cberschu%C3%9F%20%222%22.txt`
    assert.equal(headers.get('content-disposition'), named)
    assert.equal(headers.get('content-security-policy'), "sandbox; default-src 'none'")
    assert.equal(headers.get('cache-control'), 'private, no-cache')
  })
})
