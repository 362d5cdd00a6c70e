import assert from 'node:assert/strict'
import { it } from 'node:test'
import { morningsOf } from './mornings.ts'

it('has the working days of a period, each at its local time, also when the clocks change', () => {
  const mornings = morningsOf({
    from: Temporal.PlainDate.from('2026-03-27'),
    to: Temporal.PlainDate.from('2026-03-30'),
    time: Temporal.PlainTime.from('08:00'),
    timeZone: 'Europe/Madrid',
  })
  assert.deepEqual(
    mornings.map(({ day, at }) => [day, at.toString()]),
    [
      ['2026-03-27', '2026-03-27T07:00:00Z'],
      ['2026-03-30', '2026-03-30T06:00:00Z'],
    ],
  )
})
