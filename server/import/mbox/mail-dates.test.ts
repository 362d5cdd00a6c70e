import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseMailDate, sentAt } from './mail-dates.ts'
import { readHeaders } from './mail-headers.ts'

function iso(text: string): string | undefined {
  const time = parseMailDate(text)
  return time === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(time).toString()
}

function sent(text: string, notAfter?: string): string | undefined {
  const time = sentAt(
    readHeaders(Buffer.from(text)),
    notAfter === undefined ? undefined : Date.parse(notAfter),
  )
  return time === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(time).toString()
}

test('dates are read in every form that mail programs write', () => {
  const same = '2001-03-05T16:23:00Z'
  for (const text of [
    'Mon, 5 Mar 2001 08:23:00 -0800 (PST)',
    '5 Mar 2001 16:23 GMT',
    'Mon,  5 Mar 01 08:23:00 PST',
    'Monday, 5-March-2001 16:23:00 UTC',
    'Mon Mar  5 16:23:00 2001',
    'Mon Mar 05 08:23:00 -0800 2001',
    'Mon Mar  5 08:23:00 PST 2001',
    '2001-03-05T08:23:00-08:00',
    '2001-03-05 16:23:00',
  ]) {
    assert.equal(iso(text), same, text)
  }
})

test('what is no date is not made one', () => {
  for (const text of [
    '',
    'yesterday',
    '31 Feb 2001 10:00',
    '5 Foo 2001 10:00',
    '5 Mar 2001 25:00',
    '10:00',
  ]) {
    assert.equal(iso(text), undefined, text)
  }
})

test('a zone that cannot be leaves the rest of the date standing', () => {
  assert.equal(iso('5 Mar 2001 16:23:00 -9900'), '2001-03-05T16:23:00Z')
})

test('without a Date the time of receiving counts, then that of the envelope', () => {
  const envelope = 'From a@b.c Mon Mar  5 10:00:00 2001\n'
  assert.equal(sent(`${envelope}Received: by x; Mon, 5 Mar 2001 09:00:00 +0000\n\n`), '2001-03-05T09:00:00Z')
  assert.equal(sent(`${envelope}Date: soon\n\n`), '2001-03-05T10:00:00Z')
  assert.equal(sent('From a@b.c\nSubject: x\n\n'), undefined)
})

test('clocks that were never set are not believed', () => {
  for (const date of [
    'Thu, 1 Jan 1970 00:00:00 +0000',
    'Mon, 31 Dec 1979 16:00:00 -0800',
    '1 Jan 2101 00:00:00 GMT',
  ]) {
    assert.equal(sent(`Date: ${date}\n\n`), undefined, date)
  }
})

test('a date much later than the receiving, or than what is possible, gives way', () => {
  assert.equal(
    sent('Date: 5 Mar 2011 10:00:00 +0000\nReceived: by x; Mon, 5 Mar 2001 09:00:00 +0000\n\n'),
    '2001-03-05T09:00:00Z',
  )
  assert.equal(sent('Date: 5 Mar 2031 10:00:00 +0000\n\n', '2026-01-01T00:00:00Z'), undefined)
})
