import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PostId } from '#contract/ref'
import type { ScaleRow } from '#contract/scale'
import { askerMinutesSaved, defaultAssumptions, figureOf, minutesSaved, weighedReuses } from './scale.ts'

const usual = defaultAssumptions([])

test('twelve answers, used again by 40 for sure and by six perhaps, spare 168 to 204 minutes at six minutes each', () => {
  const tally = { answers: 12, confirmed: 40, unconfirmed: 6 }
  assert.deepEqual(minutesSaved(tally, usual), { low: 40 * 6 - 12 * 6, high: 46 * 6 - 12 * 6 })
  assert.deepEqual(minutesSaved(tally, usual), { low: 168, high: 204 })
  assert.equal(weighedReuses(tally, usual), 43)
  assert.deepEqual(askerMinutesSaved(tally, usual), { low: 200, high: 230 })
})

test('an answer takes six minutes until five were timed, then their median', () => {
  assert.equal(defaultAssumptions([60, 60, 60, 60]).minutesPerAnswer, 6)
  assert.equal(defaultAssumptions([600, 60, 180, 120, 90]).minutesPerAnswer, 2)
  assert.equal(defaultAssumptions([600, 60, 180, 120, 90, 240]).minutesPerAnswer, 2.5)
  assert.equal(defaultAssumptions([600, 60, 180, 120, 90]).writingMinutes, 2)
})

const count = fc.integer({ min: 0, max: 10_000 })
const minutes = fc.double({ min: 0, max: 480, noNaN: true })
const assumptions = fc.record({
  minutesPerAnswer: minutes,
  writingMinutes: minutes,
  askerMinutes: minutes,
  unconfirmedWeight: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('low is never above high, whatever is assumed', () => {
  const tally = fc.record({ answers: count, confirmed: count, unconfirmed: count })
  fc.assert(
    fc.property(tally, assumptions, (given, assumed) => {
      const [executive, asker] = [minutesSaved(given, assumed), askerMinutesSaved(given, assumed)]
      return executive.low <= executive.high && asker.low <= asker.high
    }),
  )
})

const rowsOf = (counts: readonly number[]): ScaleRow[] =>
  counts.map((each, index) => ({ postId: `${index}` as PostId, line: '?', day: null, count: each }))

const parts = fc.record({
  listed: fc.array(fc.nat(12), { maxLength: 20 }),
  beyond: fc.array(fc.nat(12), { maxLength: 20 }),
  least: fc.constantFrom(1, 5),
})

test('rows and their rest add up to the figure exactly, and no row nor rest stands for fewer people than may be told', () => {
  fc.assert(
    fc.property(parts, ({ listed, beyond, least }) => {
      const all = [...listed, ...beyond].filter((each) => each > 0)
      const total = { questionCount: all.length, count: all.reduce((sum, each) => sum + each, 0) }
      const figure = figureOf(rowsOf(listed), { total, least })
      if (figure.count === null) {
        assert.ok(total.count > 0 && total.count < least)
        assert.deepEqual([figure.rows, figure.rest], [[], null])
        return
      }
      const shown = figure.rows.reduce((sum, row) => sum + row.count, 0)
      assert.equal(shown + (figure.rest?.count ?? 0), figure.count)
      assert.equal(figure.count, total.count)
      assert.equal(figure.rows.length + (figure.rest?.questionCount ?? 0), total.questionCount)
      assert.ok(figure.rows.every((row) => row.count >= least))
      assert.ok(figure.rest === null || figure.rest.count >= least)
    }),
  )
})
