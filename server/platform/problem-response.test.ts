import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { problemResponse } from './problem-response.ts'

const logged: string[] = []
const note = (...words: unknown[]) => void logged.push(JSON.stringify(words))
const log = { debug: note, info: note, warn: note, error: note }

async function answerTo(more: object, message = 'could not write "Ingrid is leaving"') {
  const answer = problemResponse(Object.assign(new Error(message), more), {
    requestId: 'request-1',
    language: 'en',
    log,
  })
  return { status: answer.status, text: await answer.text() }
}

describe('what went wrong in the database', () => {
  const away = [
    { severity: 'FATAL', code: '57P01' },
    { severity: 'FATAL', code: '53300' },
    { severity: 'PANIC', code: 'XX000' },
    { code: 'ECONNREFUSED' },
    { code: 'ECONNRESET' },
    { code: 'EPIPE' },
  ]
  for (const error of away) {
    it(`is a moment to wait for: ${JSON.stringify(error)}`, async () => {
      const { status, text } = await answerTo(error)
      assert.equal(status, 503)
      assert.match(text, /"code":"database-away"/)
      assert.match(text, /try again in a moment/)
    })
  }

  for (const code of ['53100', '53200']) {
    it(`is a disk that is full, and said to be: ${code}`, async () => {
      const { status, text } = await answerTo({ severity: 'ERROR', code })
      assert.equal(status, 503)
      assert.match(text, /The disk of this network is full, so nothing was changed/)
    })
  }

  for (const code of ['23505', '42P01', '22P02', '40P01']) {
    it(`is a bug otherwise, of which nothing is shown: ${code}`, async () => {
      const { status, text } = await answerTo({ severity: 'ERROR', code, detail: 'Key (name)=(Ingrid)' })
      assert.equal(status, 500)
      assert.doesNotMatch(text, /Ingrid|Key|\d{5}/)
    })
  }

  it('is logged without the words that the database quotes in its details', async () => {
    logged.length = 0
    await answerTo({ code: '23505', detail: 'Key (body)=(my secret) already exists.' }, 'duplicate key')
    assert.equal(logged.length, 1)
    assert.match(logged[0] ?? '', /duplicate key/)
    assert.match(logged[0] ?? '', /request-1/)
    assert.doesNotMatch(logged[0] ?? '', /my secret/)
  })
})

it('whatever is thrown is answered', async () => {
  for (const thrown of [undefined, null, 'a word', 7, {}, [], new DOMException('aborted', 'AbortError')]) {
    const answer = problemResponse(thrown, { requestId: 'request-2', language: 'en', log })
    assert.equal(answer.status, 500)
  }
})
