import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { array, constantFrom, assert as hold, integer, property, record } from 'fast-check'
import { dayOf, lastSending, nextSending, nextSitting, type Rhythm } from './next-sitting.ts'

const ZONES = [
  ...['UTC', 'Europe/Warsaw', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Asia/Beirut'],
  ...['America/Nuuk', 'Africa/Casablanca', 'Pacific/Apia', 'Asia/Kathmandu'],
]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const local = (at: Temporal.Instant | undefined, timeZone: string) =>
  at?.toZonedDateTimeISO(timeZone).toPlainDateTime().toString()
const at = (text: string) => Temporal.Instant.from(text)

const rhythms = record({
  weekdays: array(constantFrom(...EVERY_DAY), { minLength: 1 }),
  time: record({ hour: integer({ min: 0, max: 23 }), minute: integer({ min: 0, max: 59 }) }).map(
    ({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  ),
  timeZone: constantFrom(...ZONES),
})
/** Seconds since 1970, of 2010 to 2030; the clocks of Samoa left a whole day out in 2011. */
const instants = integer({ min: 1_262_304_000, max: 1_893_456_000 }).map((seconds) =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000),
)

function* sendingsFrom(from: Temporal.Instant, rhythm: Rhythm, days: number) {
  const until = from.add({ hours: 24 * days })
  for (let next = nextSending(from, rhythm); next !== undefined; next = nextSending(next, rhythm)) {
    if (Temporal.Instant.compare(next, until) > 0) return
    yield next
  }
}

describe('when a brief goes out', () => {
  it('is once on each chosen day that there is, whatever the clocks do, and on no other', () => {
    hold(
      property(instants, rhythms, (from, rhythm) => {
        const { timeZone, weekdays } = rhythm
        const days = [...sendingsFrom(from, rhythm, 20)].map((each) => dayOf(each, timeZone))
        for (const day of days) assert.ok(weekdays.includes(day.dayOfWeek))
        assert.equal(new Set(days.map(String)).size, days.length, 'never twice')
        const [first, last] = [days[0], days.at(-1)]
        if (first === undefined || last === undefined) return
        for (let day = first; Temporal.PlainDate.compare(day, last) < 0; day = day.add({ days: 1 })) {
          const isThere = day.toZonedDateTime({ timeZone }).toPlainDate().equals(day)
          assert.equal(
            days.some((each) => each.equals(day)),
            isThere && weekdays.includes(day.dayOfWeek),
            `${day} is not skipped`,
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is found again from after it, and is after what it is asked for', () => {
    hold(
      property(instants, rhythms, (from, rhythm) => {
        const next = nextSending(from, rhythm)
        assert.ok(next !== undefined && Temporal.Instant.compare(next, from) > 0)
        assert.ok(lastSending(next, rhythm)?.equals(next))
        const before = lastSending(from, rhythm)
        assert.ok(before !== undefined && Temporal.Instant.compare(before, from) <= 0)
      }),
      { numRuns: 200 },
    )
  })

  it('is the first time there is, where the clocks leave the chosen one out', () => {
    const rhythm = { weekdays: EVERY_DAY, time: '02:30', timeZone: 'Europe/Warsaw' }
    const spring = nextSending(at('2026-03-28T12:00:00Z'), rhythm)
    assert.equal(local(spring, 'Europe/Warsaw'), '2026-03-29T03:00:00')
    const night = { ...rhythm, time: '00:15', timeZone: 'Asia/Beirut' }
    const beirut = nextSending(at('2026-03-28T12:00:00Z'), night)
    assert.equal(local(beirut, 'Asia/Beirut'), '2026-03-29T01:00:00')
  })

  it('is the first of the two, where the chosen time comes twice', () => {
    const rhythm = { weekdays: EVERY_DAY, time: '02:30', timeZone: 'Europe/Warsaw' }
    const [autumn, next] = [...sendingsFrom(at('2026-10-24T12:00:00Z'), rhythm, 2)]
    assert.equal(autumn?.toString(), '2026-10-25T00:30:00Z')
    assert.equal(next?.toString(), '2026-10-26T01:30:00Z')
  })

  it('is never, where no day is chosen; what the page says then is tomorrow', () => {
    const rhythm = { weekdays: [], time: '07:30', timeZone: 'Europe/Warsaw' }
    assert.equal(nextSending(at('2026-03-02T08:00:00Z'), rhythm), undefined)
    assert.equal(nextSitting(at('2026-03-02T05:00:00Z'), rhythm).toString(), '2026-03-03T06:30:00Z')
  })
})
