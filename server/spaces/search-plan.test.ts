import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planSearch, READ_MAX } from './search-plan.ts'
import type { WordGroup } from './search-words.ts'

const group = (place: number, saidCount: number, more: Partial<WordGroup> = {}): WordGroup => ({
  typed: `w${place}`,
  queries: [`'w${place}'`],
  saidCount,
  isRequired: false,
  isExcluded: false,
  place,
  ...more,
})
const statistics = { saidCount: 2_000_000, sizeMean: 300 }

test('rare words choose what is weighed, and common ones beside them do not', () => {
  const plan = planSearch([group(0, 900_000), group(1, 12), group(2, 300)], statistics)
  assert.deepEqual(
    plan.scans.map(({ query, share }) => [query, share]),
    [
      ["('w1')", 1],
      ["('w2')", 1],
    ],
  )
  assert.deepEqual([...plan.countedPlaces], [1, 2])
})

test('a common word alone is looked for among the newest, and two also together', () => {
  const one = planSearch([group(0, 500_000)], statistics)
  assert.ok(one.scans[0] !== undefined && one.scans[0].share < 0.01)
  const two = planSearch([group(0, 500_000), group(1, 400_000)], statistics)
  assert.deepEqual(
    two.scans.map(({ places }) => places),
    [[1], [1, 0]],
  )
  assert.equal(two.countedPlaces.size, 0)
})

test('what is in quotes must be there, and what has a minus must not, in every scan', () => {
  const phrase = group(0, 50, { queries: ["'a' <-> 'b'"], isRequired: true })
  const plan = planSearch([phrase, group(1, 3), group(2, 5, { isExcluded: true })], statistics)
  assert.deepEqual(
    plan.scans.map(({ query }) => query),
    ["('a' <-> 'b') & !('w2')"],
  )
})

test('however common words are, about as much is read in networks of any size', () => {
  const counts = fc.array(fc.nat(2_000_000), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(counts, (each) => {
      const groups = each.map((saidCount, place) => group(place, saidCount))
      const { scans } = planSearch(groups, statistics)
      assert.ok(scans.length > 0)
      const read = scans
        .filter(({ places }) => places.length === 1)
        .map(({ places, share }) => (each[places[0] ?? 0] ?? 0) * share)
      assert.ok(read.reduce((sum, one) => sum + one, 0) <= READ_MAX + 1)
    }),
  )
})
