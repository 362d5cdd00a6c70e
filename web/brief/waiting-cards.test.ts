import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Act } from '#browser/offline/acts'
import type { Brief } from '#contract/brief'
import { withWaiting } from './waiting-cards.ts'

const brief = {
  id: 'brief-1',
  cards: [
    { key: 'a', done: null },
    { key: 'b', done: 'later' },
    { key: 'c', done: null },
  ],
} as Brief

const act = (name: string, input: Act['input'], state: Act['state'] = 'waits') =>
  ({ name, input, state }) as Act
const doneOf = (acts: Act[]) => withWaiting(brief, acts).cards.map(({ done }) => done)

it('a card counts as done while what was done with it waits to be sent, and as open when it was refused', () => {
  const finish = { briefId: 'brief-1', cardKey: 'a', action: 'thank' }
  assert.deepEqual(doneOf([act('finishCard', finish)]), ['thank', 'later', null])
  assert.deepEqual(doneOf([act('finishCard', finish, 'refused')]), [null, 'later', null])
})

it('what was taken back last is open again', () => {
  const reopen = act('reopenCard', { briefId: 'brief-1', cardKey: 'b' })
  assert.deepEqual(doneOf([reopen]), [null, null, null])
})

it('what waits for another brief changes nothing in this one', () => {
  assert.equal(
    withWaiting(brief, [act('finishCard', { briefId: 'other', cardKey: 'a', action: 'read' })]),
    brief,
  )
})
