import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { distance, editsAllowed, formsOneEditAway, isNear } from './typos.ts'

const word = fc.stringMatching(/^[a-e]{4,9}$/)

test('every word that one mistake makes is one mistake away, and none other is made', () => {
  fc.assert(
    fc.property(word, (each) => {
      for (const form of formsOneEditAway(each)) assert.equal(distance(each, form), 1)
    }),
    { numRuns: 30 },
  )
})

test('whatever is one mistake away is made', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const forms = formsOneEditAway(one)
      assert.equal(forms.includes(other), distance(one, other) === 1)
    }),
  )
})

test('distances are the same both ways, and nothing only between a word and itself', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(distance(one, other), distance(other, one))
      assert.equal(distance(one, other) === 0, one === other)
    }),
  )
})

test('one mistake is forgiven from four letters on, two from eight, and none before', () => {
  assert.deepEqual(['gas', 'pump', 'gaskets', 'manometer'].map(editsAllowed), [0, 1, 1, 2])
  assert.ok(isNear('vlave', 'valve') && isNear('maintanence', 'maintenance'))
  assert.ok(!isNear('pmpu', 'pump') || distance('pmpu', 'pump') === 1)
  assert.ok(!isNear('gas', 'gap') && !isNear('valve', 'halves'))
})
