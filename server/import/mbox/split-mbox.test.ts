import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type MailSpan, MboxSplitter } from './split-mbox.ts'

const ENVELOPE = 'From a@b.c Mon Feb  5 10:00:00 2001\n'

function split(
  text: string,
  chunkBytes = 1_000_000,
): { spans: MailSpan[]; pieces: string[]; strayLine?: number } {
  const bytes = Buffer.from(text, 'latin1')
  const splitter = new MboxSplitter()
  const spans: MailSpan[] = []
  for (let at = 0; at < bytes.length; at += chunkBytes)
    spans.push(...splitter.push(bytes.subarray(at, at + chunkBytes)))
  spans.push(...splitter.end())
  const pieces = spans.map((span) => bytes.toString('latin1', span.offset, span.offset + span.length))
  return { spans, pieces, ...(splitter.strayLine === undefined ? {} : { strayLine: splitter.strayLine }) }
}

test('a mail begins at a From line after a blank line, and its line is told', () => {
  const { spans } = split(`${ENVELOPE}Subject: a\n\nx\n\n${ENVELOPE}Subject: b\n\ny\n`)
  assert.deepEqual(
    spans.map(({ line }) => line),
    [1, 6],
  )
})

test('a From line that follows no blank line is text', () => {
  assert.equal(split(`${ENVELOPE}Subject: a\n\nx\n${ENVELOPE}y\n`).spans.length, 1)
})

test('prose that begins with From after a blank line is text', () => {
  assert.equal(
    split(`${ENVELOPE}Subject: a\n\nx\n\nFrom here on we go by train.\nBring water.\n`).spans.length,
    1,
  )
})

test('an envelope without a time is known by the header below it', () => {
  assert.equal(split(`${ENVELOPE}Subject: a\n\nx\n\nFrom jane\nSubject: b\n\ny\n`).spans.length, 2)
})

test('CRLF, a byte order mark and a missing last newline change nothing', () => {
  const text = `${ENVELOPE}Subject: a\n\nx\n\n${ENVELOPE}Subject: b\n\ny`
  const { pieces } = split(`\xef\xbb\xbf${text.replaceAll('\n', '\r\n')}`)
  assert.equal(pieces.length, 2)
  assert.ok(pieces[0]!.startsWith('From a@b.c'))
  assert.ok(pieces[1]!.endsWith('y'))
})

test('text before the first mail is told and belongs to no mail', () => {
  const { spans, strayLine } = split(`\nrubbish\n\n${ENVELOPE}Subject: a\n\nx\n`)
  assert.equal(strayLine, 2)
  assert.equal(spans.length, 1)
})

test('a file that begins with headers is a mail without an envelope', () => {
  assert.equal(split('Subject: a\n\nx\n').spans.length, 1)
})

test('however the bytes are cut into chunks, the mails are the same', () => {
  const line = fc.constantFrom(
    ENVELOPE,
    '\n',
    '\r\n',
    'From x\n',
    'Subject: a\n',
    'text\n',
    '>From y 1:00\n',
    'From ',
    'é',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 50 }), (lines, chunkBytes) => {
      const text = lines.join('')
      assert.deepEqual(split(text, chunkBytes), split(text))
    }),
  )
})

test('the mails cover all bytes from the first of them to the end, without a gap', () => {
  const line = fc.constantFrom(ENVELOPE, '\n', 'Subject: a\n', 'text\n', 'From z 10:00\n')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const text = lines.join('')
      const { spans } = split(text)
      for (const [at, span] of spans.entries()) {
        assert.equal(span.offset + span.length, spans[at + 1]?.offset ?? text.length)
      }
    }),
  )
})
