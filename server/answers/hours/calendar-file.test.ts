import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assert as hold, property, string } from 'fast-check'
import { type CalendarEvent, calendarFile } from './calendar-file.ts'

const at = (text: string) => Temporal.Instant.from(text)
const event: CalendarEvent = {
  uid: '01900000-0000-7000-8000-000000000001@foyer',
  host: { name: 'Ingrid "Inga" Solheim', urn: 'urn:uuid:01900000-0000-7000-8000-000000000002' },
  title: 'Office hours: safety, night shifts; and more',
  description:
    'First line\nSecond line with a back\\slash, and words that make this line far longer than seventy-five octets.',
  url: 'https://foyer.test/answers/hours/01900000-0000-7000-8000-000000000001',
  beginsAt: at('2026-03-29T00:30:00Z'),
  endsAt: at('2026-03-29T02:00:00.25Z'),
  changedAt: at('2026-03-02T08:00:00.123456Z'),
  revision: 3,
  isCancelled: false,
}

test('office hours read in a calendar as they are', () => {
  assert.equal(
    calendarFile(event),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Foyer//Office hours//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:01900000-0000-7000-8000-000000000001@foyer',
      'DTSTAMP:20260302T080000Z',
      'DTSTART:20260329T003000Z',
      'DTEND:20260329T020000Z',
      'SEQUENCE:3',
      'STATUS:CONFIRMED',
      'SUMMARY:Office hours: safety\\, night shifts\\; and more',
      'DESCRIPTION:First line\\nSecond line with a back\\\\slash\\, and words that mak',
      ' e this line far longer than seventy-five octets.',
      'ORGANIZER;CN="Ingrid  Inga  Solheim":urn:uuid:01900000-0000-7000-8000-00000',
      ' 0000002',
      'URL:https://foyer.test/answers/hours/01900000-0000-7000-8000-000000000001',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('cancelled office hours say so under the same identity', () => {
  const text = calendarFile({ ...event, isCancelled: true, revision: 4 })
  for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', `UID:${event.uid}`, 'SEQUENCE:4'])
    assert.ok(text.includes(`${line}\r\n`), line)
})

test('whatever is written, no line is too long, no character is cut, and no line is anybody else’s', () => {
  hold(
    property(string({ unit: 'binary', maxLength: 300 }), (words) => {
      const text = calendarFile({
        ...event,
        title: words,
        description: words,
        host: { ...event.host, name: words },
      })
      const lines = text.split('\r\n')
      for (const line of lines) assert.ok(Buffer.byteLength(line) <= 75, line)
      const unfolded = text.replaceAll('\r\n ', '').split('\r\n')
      assert.equal(unfolded.length, 19)
      assert.ok(unfolded.every((line) => !/[\r\n]/.test(line)))
      const read = (unfolded.find((line) => line.startsWith('SUMMARY:')) ?? '').slice('SUMMARY:'.length)
      const plain = read.replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign))
      assert.equal(plain, words.replace(/\r\n|[\r\n\u2028\u2029]/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' '))
    }),
  )
})
