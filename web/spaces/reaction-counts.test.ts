import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReactionCount } from '#contract/said'
import { countOf, toggled } from './reaction-counts.ts'

const two: ReactionCount[] = [
  { kind: 'agree', count: 3, isYours: true },
  { kind: 'thank', count: 1, isYours: false },
]

test('a press adds your reaction, a second press takes it back', () => {
  assert.deepEqual(countOf(toggled(two, 'curious'), 'curious'), { kind: 'curious', count: 1, isYours: true })
  assert.deepEqual(countOf(toggled(two, 'agree'), 'agree'), { kind: 'agree', count: 2, isYours: false })
  assert.deepEqual(toggled(toggled(two, 'thank'), 'thank'), two)
})

test('a kind nobody has left is no longer listed', () => {
  assert.deepEqual(toggled([{ kind: 'agree', count: 1, isYours: true }], 'agree'), [])
})
