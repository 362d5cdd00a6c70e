import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messagesOf, rateOf, type Sample, sizeOf, timeLeft, withSample } from './amounts.ts'

test('counts, sizes and times read as one says them', () => {
  assert.deepEqual([messagesOf(1), messagesOf(1200)], ['1 message', '1,200 messages'])
  assert.deepEqual([sizeOf(3), sizeOf(12_340_000), sizeOf(1.5e9)], ['1 kB', '12.3 MB', '1.5 GB'])
  assert.deepEqual(
    [timeLeft(3), timeLeft(61), timeLeft(600), timeLeft(7200)],
    ['less than a minute left', 'about 1 minute left', 'about 10 minutes left', 'about 2 hours left'],
  )
})

test('the rate is that of the last seconds, and begins anew when counting does', () => {
  let samples: readonly Sample[] = []
  for (let second = 0; second <= 60; second += 1) {
    const count = second < 30 ? second * 1000 : 30_000 + (second - 30) * 10
    samples = withSample(samples, { atMs: second * 1000, count })
  }
  assert.equal(rateOf(samples), 10)
  assert.equal(rateOf(withSample(samples, { atMs: 61_000, count: 5 })), undefined)
  assert.equal(rateOf([]), undefined)
})
