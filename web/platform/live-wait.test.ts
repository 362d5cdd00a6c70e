import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitMsAfter } from './live-wait.ts'

test('a broken line is tried again soon, then ever later, and never later than half a minute', () => {
  assert.deepEqual(
    [1, 2, 3].map((failures) => waitMsAfter(failures, 1)),
    [500, 1000, 2000],
  )
  assert.equal(waitMsAfter(50, 1), 30_000)
})

test('tabs that broke together do not come back together', () => {
  assert.equal(waitMsAfter(3, 0), 1000)
  assert.ok(waitMsAfter(3, 0.2) < waitMsAfter(3, 0.7))
})
