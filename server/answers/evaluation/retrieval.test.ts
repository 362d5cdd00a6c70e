import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bm25Over, wordRank } from './bm25.ts'
import { percentile, retrievalOf } from './retrieval.ts'

test('BM25 of a known case is what its formula says', () => {
  const known = { textCount: 1000, textsWithWord: 10, timesInText: 2, length: 100, lengthMean: 120 }
  assert.equal(wordRank(known).toFixed(4), '6.5746')
})

test('BM25 ranks the text with the rarer word first', () => {
  const words = (...all: string[]) => new Map(all.map((word) => [word, 1]))
  const rank = bm25Over([words('pay', 'day'), words('pay', 'badge'), words('pay')])
  assert.deepEqual(rank(words('pay', 'badge'), 10), [1, 2, 0])
  assert.deepEqual(rank(words('moon'), 10), [])
})

test('recall is the share that finds anything relevant, and the reciprocal rank looks at ten', () => {
  const relevant = new Set([7])
  const found = [
    { places: [7, 1], relevant },
    { places: [1, 2, 3, 7], relevant },
    { places: [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 7], relevant },
    { places: [], relevant },
  ]
  assert.deepEqual(retrievalOf(found), {
    ...{ recallAt1: 0.25, recallAt5: 0.5, recallAt10: 0.5 },
    reciprocalRank: (1 + 1 / 4) / 4,
  })
})

test('recall never falls with depth, and no share leaves its bounds', () => {
  const places = fc.uniqueArray(fc.nat(30), { maxLength: 12 })
  const found = fc.array(fc.record({ places, relevant: places.map((each) => new Set(each)) }), {
    maxLength: 20,
  })
  fc.assert(
    fc.property(found, (each) => {
      const { recallAt1, recallAt5, recallAt10, reciprocalRank } = retrievalOf(each)
      const rising = [0, recallAt1, reciprocalRank, recallAt10, 1]
      assert.deepEqual(
        rising.toSorted((a, b) => a - b),
        rising,
      )
      assert.ok(recallAt1 <= recallAt5 && recallAt5 <= recallAt10)
    }),
  )
})

test('a percentile is a value that was measured', () => {
  assert.equal(percentile([3, 1, 2, 4], 50), 2)
  assert.equal(percentile([3, 1, 2, 4], 95), 4)
})
