import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planAlike, rarity } from './alike-plan.ts'
import { likenessOf, type Shared } from './likeness.ts'

const statistics = { saidCount: 1000, sizeMean: 40 }
const group = (typed: string, saidCount: number, place = 0) => ({
  ...{ typed, queries: [`'${typed}'`], saidCount, place, isRequired: false, isExcluded: false },
})
const words = [{ queries: ["'badge'"], weight: 4 }]
const same: Shared = { held: 4, anywhere: 4, length: 1, sameLetters: 1, others: null, line: 'Badge 7' }

test('a question is strongly like itself, and not once a number in it differs', () => {
  assert.equal(likenessOf(same, { text: 'badge 7', words, statistics }).isStrong, true)
  assert.equal(likenessOf(same, { text: 'badge 8', words, statistics }).isStrong, false)
})

test('words that one of both does not have take strength away, rare ones more than common ones', () => {
  const strengthWith = (others: Shared['others']) =>
    likenessOf({ ...same, sameLetters: 0.7, others }, { text: 'badge 7', words, statistics }).isStrong
  assert.equal(strengthWith([['common', 1000]]), true)
  assert.equal(strengthWith([['rare', 1]]), false)
})

test('how common a word is tells in steps so coarse that one more text does not show', () => {
  assert.equal(rarity(600, statistics), rarity(1000, statistics))
  assert.equal(rarity(0, statistics), rarity(1, statistics))
})

test('the rarest words choose what is read until the budget is spent; where all are common, the rarest with others first', () => {
  const large = { saidCount: 1_000_000, sizeMean: 40 }
  const rare = planAlike([group('how', 400_000), group('badge', 300), group('visitor', 600)], large)
  assert.deepEqual(rare.scans, ["('badge' | 'visitor')"])
  const common = planAlike([group('how', 400_000), group('where', 300_000), group('get', 200_000)], large)
  assert.deepEqual(common.scans, [
    "(('get') & ((('where') & ('how'))))",
    "(('get') & (('where') | ('how')))",
    "('get')",
  ])
  const seldomTogether = planAlike([group('gate', 2000), group('where', 3000), group('get', 9000)], large)
  assert.deepEqual(seldomTogether.scans, ["(('gate') & (('where') | ('get')))", "('gate')"])
})

test('whatever is shared, coverage is a share and the score a number', () => {
  const amount = fc.double({ min: 0, max: 50, noNaN: true })
  const shared = fc.record({
    ...{ held: amount, anywhere: amount, length: fc.integer({ min: 1, max: 5000 }) },
    ...{
      sameLetters: fc.double({ min: 0, max: 1, noNaN: true }),
      others: fc.constant(null),
      line: fc.string(),
    },
  })
  fc.assert(
    fc.property(shared, ({ anywhere, ...rest }) => {
      const each = { ...rest, anywhere: rest.held + anywhere }
      const { coverage, score } = likenessOf(each, { text: 'badge', words, statistics })
      assert.ok(coverage >= 0 && coverage <= 1 && score >= 0 && Number.isFinite(score))
    }),
  )
})
