import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Card, CardAction } from '#contract/brief'
import { cardAfter, nextCardsOf, openCardOf, secondsLeft, segmentsOf } from './progress.ts'

const card = (key: string, seconds: number, done: CardAction | null = null) =>
  ({ key, seconds, done }) as Card
const three = [card('a', 50, 'read'), card('b', 95), card('c', 45)]

test('the first card that waits is open, unless another one was chosen', () => {
  assert.equal(openCardOf(three, undefined)?.key, 'b')
  assert.equal(openCardOf(three, 'c')?.key, 'c')
  assert.equal(openCardOf(three, 'a')?.key, 'b', 'a card that is done does not open again by itself')
  assert.equal(openCardOf([card('a', 5, 'read')], undefined), undefined)
})

test('what comes next leaves out what is open and what is done', () => {
  assert.deepEqual(
    nextCardsOf(three, three[1]!).map((each) => each.key),
    ['c'],
  )
})

test('segments are as long as their cards and filled by the time in view', () => {
  assert.deepEqual(segmentsOf(three, { key: 'b', secondsInView: 43 }), [
    { key: 'a', seconds: 50, part: 1 },
    { key: 'b', seconds: 95, part: 40 / 95 },
    { key: 'c', seconds: 45, part: 0 },
  ])
})

test('the budget left counts what is done and what was read of the open card', () => {
  assert.equal(secondsLeft({ cards: three, secondsBudget: 600 }, { key: 'b', secondsInView: 43 }), 510)
  assert.equal(secondsLeft({ cards: three, secondsBudget: 600 }, undefined), 550)
})

test('however long one reads, no more than the plan is spent and nothing goes below zero', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(600), { minLength: 1 }),
      fc.nat(10_000),
      fc.nat(3600),
      (all, inView, budget) => {
        const cards = all.map((seconds, index) => card(String(index), seconds))
        const left = secondsLeft({ cards, secondsBudget: budget }, { key: '0', secondsInView: inView })
        assert.ok(left >= 0 && left >= budget - (all[0] ?? 0) && left <= budget)
      },
    ),
  )
})

test('passing over cards comes to an end, whatever was done with some', () => {
  const cards = [card('a', 10), card('b', 10, 'read'), card('c', 10)]
  const after = (key: string) => cardAfter(cards, card(key, 10))?.key
  assert.deepEqual([after('a'), after('b'), after('c')], ['c', 'c', undefined])
})
