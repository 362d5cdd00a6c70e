import assert from 'node:assert/strict'
import { it } from 'node:test'
import { shownOf } from './participation-week.ts'
import { weeksTakenPart } from './weeks.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

it('weeks are counted from Monday, of the last eight, the present one included', () => {
  const days = ['2026-03-02', '2026-03-08', '2026-03-01', '2026-01-12', '2026-01-11'].map(day)
  const taken = weeksTakenPart({ today: day('2026-03-08'), first: day('2025-06-01'), days })
  assert.deepEqual(taken, { takenPart: 3, of: 8 })
})

it('who began lately is told of the weeks since', () => {
  const since = (first: string | undefined) =>
    weeksTakenPart({
      today: day('2026-03-04'),
      first: first === undefined ? undefined : day(first),
      days: [],
    })
  assert.deepEqual(since('2026-02-20'), { takenPart: 0, of: 3 })
  assert.deepEqual(since('2026-03-04'), { takenPart: 0, of: 1 })
  assert.deepEqual(since(undefined), { takenPart: 0, of: 0 })
})

it('no figure tells of fewer than five people, nor does the difference of two', () => {
  for (let agreed = 0; agreed <= 20; agreed += 1) {
    for (let tookPart = 0; tookPart <= agreed; tookPart += 1) {
      const shown = shownOf({ agreed, tookPart })
      assert.equal(shown.agreed, agreed >= 5 ? agreed : null)
      assert.equal(shown.tookPart, tookPart >= 5 && agreed - tookPart >= 5 ? tookPart : null)
    }
  }
})
