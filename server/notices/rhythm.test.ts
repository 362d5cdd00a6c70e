// When batches go and when it is quiet, for whatever hours and zones there are.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isAfter, isQuiet, nextBatch, nextLoud, type Rhythm } from './rhythm.ts'

const usual: Rhythm = {
  timeZone: 'Europe/Oslo',
  weekdays: [1, 2, 3, 4, 5],
  times: ['08:00', '16:00'],
  quiet: { from: '19:00', until: '07:00' },
}
const at = (text: string) => Temporal.Instant.from(text)
const nextOf = (text: string, rhythm = usual) => nextBatch(at(text), rhythm)?.toString()

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)
const rhythms = fc.record({
  timeZone: fc.constantFrom('Europe/Oslo', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  times: fc.uniqueArray(time, { minLength: 1, maxLength: 4 }),
  quiet: fc.record({ from: time, until: time }),
})
// A year that holds both changes of the clocks of every zone above.
const instants = fc
  .integer({ min: 0, max: 366 * 24 * 60 })
  .map((minutes) => at('2026-01-01T00:00:00Z').add({ minutes }))

describe('a batch', () => {
  it('goes at its times on working days, in the reader’s own zone', () => {
    assert.equal(nextOf('2026-03-02T06:59:00Z'), '2026-03-02T07:00:00Z')
    assert.equal(nextOf('2026-03-02T07:00:00Z'), '2026-03-02T15:00:00Z')
    assert.equal(nextOf('2026-03-06T15:00:00Z'), '2026-03-09T07:00:00Z')
    assert.equal(nextOf('2026-03-02T06:59:00Z', { ...usual, timeZone: 'Asia/Tokyo' }), '2026-03-02T07:00:00Z')
  })

  it('goes at eight on the clock before and after the clocks change', () => {
    assert.equal(nextOf('2026-03-27T15:00:00Z'), '2026-03-30T06:00:00Z')
    assert.equal(nextOf('2026-10-23T14:00:00Z'), '2026-10-26T07:00:00Z')
    // 02:30 does not exist on the night of the change and comes an hour later.
    const nightly = { ...usual, weekdays: [7], times: ['02:30'], quiet: { from: '12:00', until: '12:00' } }
    assert.equal(nextOf('2026-03-28T12:00:00Z', nightly), '2026-03-29T01:30:00Z')
  })

  it('never goes where every hour or every day is quiet', () => {
    assert.equal(nextOf('2026-03-02T06:00:00Z', { ...usual, weekdays: [] }), undefined)
    assert.equal(nextOf('2026-03-02T06:00:00Z', { ...usual, times: ['20:00'] }), undefined)
  })

  it('is later than what it follows and never in quiet hours', () => {
    fc.assert(
      fc.property(instants, rhythms, (after, rhythm) => {
        const next = nextBatch(after, rhythm)
        if (next === undefined) return
        assert.ok(isAfter(next, after))
        assert.equal(isQuiet(next, rhythm), false)
      }),
    )
  })
})

describe('the first loud instant', () => {
  it('is not quiet, and nothing between is loud on a full quarter of an hour', () => {
    fc.assert(
      fc.property(instants, rhythms, (from, rhythm) => {
        const loud = nextLoud(from, rhythm)
        if (loud === undefined) return
        assert.equal(isQuiet(loud, rhythm), false)
        // The hour that the spring takes away makes what stands in it come late; never early.
        const before = loud.subtract({ minutes: 75 })
        if (isAfter(before, from)) assert.equal(isQuiet(before, rhythm), true)
      }),
      { numRuns: 300 },
    )
  })

  it('is Monday morning on a Friday night', () => {
    assert.equal(nextLoud(at('2026-03-06T22:00:00Z'), usual)?.toString(), '2026-03-09T06:00:00Z')
    assert.equal(nextLoud(at('2026-03-06T12:00:00Z'), usual)?.toString(), '2026-03-06T12:00:00Z')
  })
})
