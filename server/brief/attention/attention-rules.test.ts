import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  array,
  constantFrom,
  double,
  assert as hold,
  integer,
  property,
  record,
  shuffledSubarray,
} from 'fast-check'
import { dayOf, nextSitting, type Rhythm } from '../next-sitting.ts'
import { answersBy, endOf, type Queue } from './answers-by.ts'
import { learnPace, learnPaces, READINGS_MIN } from './learn-pace.ts'
import { attentionAt, weekOf } from './week.ts'

const at = (text: string) => Temporal.Instant.from(text)
const instants = integer({ min: 1_577_836_800, max: 1_893_456_000 }).map((seconds) =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000),
)
const rhythms = record({
  weekdays: array(integer({ min: 1, max: 7 }), { maxLength: 5 }),
  time: constantFrom('07:30', '02:30', '23:45'),
  timeZone: constantFrom('UTC', 'Europe/Oslo', 'America/New_York', 'Asia/Tokyo', 'Asia/Beirut'),
})
const queues = record({
  at: instants,
  rhythm: rhythms,
  secondsAhead: integer({ min: 5, max: 4 * 3600 }),
  sittingMinutes: constantFrom(3, 5, 10, 15),
  weekMinutes: integer({ min: 5, max: 120 }),
  secondsSpent: integer({ min: 0, max: 7200 }),
})
const isLater = (one: Temporal.PlainDate | undefined, other: Temporal.PlainDate | undefined) =>
  one === undefined || (other !== undefined && Temporal.PlainDate.compare(one, other) >= 0)

const OSLO: Rhythm = { weekdays: [1, 2, 3, 4, 5], time: '07:30', timeZone: 'Europe/Oslo' }

describe('a week of attention', () => {
  it('is seven days from a Monday, an hour more or less where the clocks change', () => {
    hold(
      property(instants, rhythms, (now, { timeZone }) => {
        const { from, until } = weekOf(now, timeZone)
        assert.equal(dayOf(from, timeZone).dayOfWeek, 1)
        assert.equal(dayOf(from, timeZone).until(dayOf(until, timeZone)).days, 7)
        assert.ok(Temporal.Instant.compare(from, now) <= 0 && Temporal.Instant.compare(now, until) < 0)
      }),
    )
    const changing = weekOf(at('2026-03-28T12:00:00Z'), 'Europe/Oslo')
    assert.equal(changing.from.until(changing.until).total('hours'), 7 * 24 - 1)
  })

  it('goes on at the next sitting, and once it is spent at the first of next week', () => {
    const wednesday = at('2026-03-04T12:00:00Z')
    const half = attentionAt(wednesday, { minutes: 30, secondsSpent: 1799, rhythm: OSLO })
    assert.deepEqual([half.isSpent, `${half.goesOnAt}`], [false, '2026-03-05T06:30:00Z'])
    const spent = attentionAt(wednesday, { minutes: 30, secondsSpent: 1800, rhythm: OSLO })
    assert.deepEqual([spent.isSpent, `${spent.goesOnAt}`], [true, '2026-03-09T06:30:00Z'])
  })
})

describe('the day by which somebody answers', () => {
  const monday: Queue = {
    at: at('2026-03-02T12:00:00Z'),
    rhythm: OSLO,
    secondsAhead: 100,
    sittingMinutes: 10,
    weekMinutes: 30,
    secondsSpent: 0,
  }

  it('is the next sitting for whoever is first, and later by the minutes of those before', () => {
    assert.equal(`${answersBy(monday)}`, '2026-03-03')
    // Seven of ten minutes are for questions, and three sittings use up the week.
    assert.equal(`${answersBy({ ...monday, secondsAhead: 421 })}`, '2026-03-04')
    assert.equal(`${answersBy({ ...monday, secondsAhead: 1261 })}`, '2026-03-09')
    assert.equal(`${answersBy({ ...monday, secondsSpent: 1800 })}`, '2026-03-09')
    assert.equal(answersBy({ ...monday, secondsAhead: 100_000 }), undefined)
  })

  it('is never in the past, never before the next sitting, and never before what stands ahead of it', () => {
    hold(
      property(queues, integer({ min: 0, max: 3600 }), (queue, more) => {
        const day = answersBy(queue)
        const { timeZone } = queue.rhythm
        if (day !== undefined) {
          const earliest = dayOf(nextSitting(queue.at, queue.rhythm), timeZone)
          assert.ok(isLater(day, earliest), `${day} is before ${earliest}`)
          assert.ok(Temporal.Instant.compare(endOf(day, timeZone), queue.at) > 0)
        }
        assert.ok(isLater(answersBy({ ...queue, secondsAhead: queue.secondsAhead + more }), day))
        assert.ok(isLater(answersBy({ ...queue, secondsSpent: queue.secondsSpent + more }), day))
      }),
      { numRuns: 40 },
    )
  })

  it('ends at midnight where the one asked lives, also on the short day', () => {
    const day = Temporal.PlainDate.from('2026-03-29')
    assert.equal(`${endOf(day, 'Europe/Oslo')}`, '2026-03-29T22:00:00Z')
  })
})

describe('a pace learned from readings', () => {
  const reading = (pace: number, language?: string) => ({ words: pace, seconds: 60, language })
  const readings = array(
    record({
      words: integer({ min: 1, max: 2000 }),
      seconds: double({ min: 0, max: 900, noNaN: true }),
      language: constantFrom('en', 'nb', undefined),
    }),
    { minLength: READINGS_MIN, maxLength: 80 },
  )

  it('needs twenty readings of which a pace can be told', () => {
    const few = Array.from({ length: READINGS_MIN - 1 }, () => reading(214))
    assert.equal(learnPace(few), undefined)
    assert.equal(learnPace([...few, { words: 5, seconds: 1, language: undefined }]), undefined)
    assert.equal(learnPace([...few, { words: 400, seconds: 0, language: undefined }]), undefined)
    assert.deepEqual(learnPace([...few, reading(214)]), { wordsPerMinute: 214, readingCount: 20 })
  })

  it('stays within its bounds, whatever the order, and is not slower for somebody who was faster', () => {
    hold(
      property(readings, (some) => {
        const pace = learnPace(some)
        assert.deepEqual(learnPace(some.toReversed()), pace)
        if (pace !== undefined) assert.ok(pace.wordsPerMinute >= 150 && pace.wordsPerMinute <= 350)
      }),
    )
    const paces = array(integer({ min: 60, max: 600 }), { minLength: READINGS_MIN, maxLength: 60 })
    hold(
      property(paces, (some) => {
        const slower = learnPace(some.map((pace) => reading(pace)))?.wordsPerMinute ?? 0
        const faster = learnPace(some.map((pace) => reading(pace + 50)))?.wordsPerMinute ?? 0
        assert.ok(faster >= slower)
      }),
    )
  })

  it('does not follow readings that were interrupted, as long as they are fewer than half', () => {
    const places = Array.from({ length: 41 }, (_, index) => index)
    hold(
      property(shuffledSubarray(places, { minLength: 0, maxLength: 20 }), (interrupted) => {
        const some = places.map((place) => reading(interrupted.includes(place) ? 70 : 214))
        assert.equal(learnPace(some)?.wordsPerMinute, 214)
      }),
    )
  })

  it('is told apart for each language of which enough was read', () => {
    const some = [
      ...Array.from({ length: 30 }, () => reading(260, 'nb')),
      ...Array.from({ length: 20 }, () => reading(180, 'en')),
      ...Array.from({ length: 3 }, () => reading(90, 'de')),
    ]
    assert.deepEqual(
      [...learnPaces(some)].map(([language, pace]) => [language, pace.wordsPerMinute]).toSorted(),
      [
        ['', 260],
        ['en', 180],
        ['nb', 260],
      ],
    )
  })
})
