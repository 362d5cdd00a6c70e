import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type JudgedCandidate, judgeOrders } from './judge-orders.ts'

/** A candidate by the score that Foyer gave it; the other orders know nothing of it but its age. */
function candidate(key: string, hoursOld: number, more: Partial<JudgedCandidate> = {}): JudgedCandidate {
  const scores = { foyer: 0, newest: -hoursOld, 'written-to': 0, 'written-by': 0 }
  return { key, seconds: 300, isAnswered: false, isChosen: false, hoursOld, scores, ...more }
}

const old = candidate('a', 30, {
  isAnswered: true,
  isChosen: true,
  scores: { foyer: 5, newest: -30, 'written-to': 0, 'written-by': 0 },
})
const mornings = [
  { day: '2026-03-02', candidates: [candidate('c', 1), old, candidate('b', 2)] },
  { day: '2026-03-03', candidates: [candidate('d', 1)] },
]

it('measures every order on the same candidates', () => {
  const { foyer, newest, 'written-to': writtenTo } = judgeOrders(mornings, 600)
  assert.equal(foyer.auc?.value, 1)
  assert.equal(foyer.recallInBudget?.value, 1)
  // The answered one is the oldest of three, and two cards fill the budget.
  assert.equal(newest.auc?.value, 0)
  assert.equal(newest.recallInBudget?.value, 0)
  // Who knows nothing wins half of the pairs, and takes the newest first.
  assert.equal(writtenTo.auc?.value, 0.5)
  assert.equal(writtenTo.recallInBudget?.value, 0)
  for (const order of [foyer, newest, writtenTo]) assert.equal(order.precisionAt5?.value, 1 / 3)
})

it('gives the same figures every time, chance among them', () => {
  assert.deepEqual(judgeOrders(mornings, 600), judgeOrders(mornings, 600))
})

it('has no figure where nothing was answered', () => {
  const { foyer, chance } = judgeOrders([{ day: '2026-03-03', candidates: [candidate('d', 1)] }], 600)
  assert.deepEqual([foyer, chance], [{}, {}])
})
