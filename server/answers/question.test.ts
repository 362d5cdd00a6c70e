import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOf } from './question.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const open = { answerId: null, reviewOn: null, supersededBy: null }

test('a question is open until it has an answer', () => {
  assert.equal(stateOf(open, day('2026-03-02')), 'open')
  assert.equal(stateOf({ ...open, answerId: 'one' }, day('2026-03-02')), 'answered')
})

test('an answer is out of date from the day after the one on which it was to be looked at', () => {
  const answered = { ...open, answerId: 'one', reviewOn: day('2026-03-02') }
  assert.equal(stateOf(answered, day('2026-03-02')), 'answered')
  assert.equal(stateOf(answered, day('2026-03-03')), 'out-of-date')
})

test('what another answer replaces is superseded, answered or not', () => {
  assert.equal(stateOf({ ...open, supersededBy: 'other' }, day('2026-03-02')), 'superseded')
  const late = { answerId: 'one', reviewOn: day('2026-01-01'), supersededBy: 'other' }
  assert.equal(stateOf(late, day('2026-03-02')), 'superseded')
})
