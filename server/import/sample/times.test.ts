import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { SampleTime } from './sample.ts'
import { spokenAt, todayFor } from './times.ts'

const time = (daysBefore: number, clock: string): SampleTime => ({
  daysBefore,
  clock: Temporal.PlainTime.from(clock),
})
const now = Temporal.Instant.from('2026-06-17T10:00:00Z')

test('a time is that of the clock on the author’s wall', () => {
  const today = Temporal.PlainDate.from('2026-06-17')
  const said = (timeZone: string) => spokenAt(time(2, '22:40'), { today, timeZone }).toString()
  assert.equal(said('Europe/Warsaw'), '2026-06-15T20:40:00Z')
  assert.equal(said('America/Sao_Paulo'), '2026-06-16T01:40:00Z')
})

test('what was said this morning stays this morning, and what would lie ahead moves everything back a day', () => {
  const at = (clock: string) => [{ at: time(0, clock), timeZone: 'Europe/Oslo' }]
  assert.equal(todayFor(at('11:59'), now).toString(), '2026-06-17')
  assert.equal(todayFor(at('12:01'), now).toString(), '2026-06-16')
  assert.equal(todayFor([...at('08:00'), ...at('23:00')], now).toString(), '2026-06-16')
})

test('nothing lies in the future, and nothing further back than it must', () => {
  const zones = fc.constantFrom('Pacific/Kiritimati', 'Asia/Tokyo', 'Europe/Oslo', 'UTC', 'Pacific/Pago_Pago')
  const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
  const said = fc.record({ daysBefore: fc.integer({ min: 0, max: 3 }), minute, timeZone: zones })
  const instants = fc.integer({ min: 0, max: 366 * 24 * 60 })
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 5 }), instants, (times, minutes) => {
      const until = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes })
      const spoken = times.map(({ daysBefore, minute, timeZone }) => ({
        at: { daysBefore, clock: Temporal.PlainTime.from('00:00').add({ minutes: minute }) },
        timeZone,
      }))
      const today = todayFor(spoken, until)
      const isPast = (day: Temporal.PlainDate) =>
        spoken.every(
          ({ at, timeZone }) => Temporal.Instant.compare(spokenAt(at, { today: day, timeZone }), until) <= 0,
        )
      assert.ok(isPast(today))
      const next = today.add({ days: 1 })
      assert.ok(
        !isPast(next) ||
          Temporal.PlainDate.compare(next, until.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 })) >
            0,
      )
    }),
  )
})
