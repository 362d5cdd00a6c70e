import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeOf, hasLearned } from './weight-changes.ts'

test('what was learned is told as a share of where it began', () => {
  assert.equal(changeOf({ weight: 1.12, default: 1 }), '+12%')
  assert.equal(changeOf({ weight: 0.9, default: 1 }), '-10%')
  assert.equal(changeOf({ weight: -1.5, default: -2 }), '+25%', 'counting less against is counting more')
  assert.equal(changeOf({ weight: 0.4, default: 0 }), '+0.4')
})

test('nothing learned is nothing shown', () => {
  assert.equal(changeOf({ weight: 1, default: 1 }), undefined)
  assert.equal(changeOf({ weight: 1.001, default: 1 }), undefined)
  assert.equal(hasLearned([{ weight: 2, default: 2 }]), false)
  assert.equal(hasLearned([{ weight: 2.2, default: 2 }]), true)
})
