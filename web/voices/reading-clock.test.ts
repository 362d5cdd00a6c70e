import assert from 'node:assert/strict'
import { test } from 'node:test'
import { secondsOn, started, stopped, stoppedClock } from './reading-clock.ts'

test('only the time in view counts', () => {
  const away = stopped(started(stoppedClock, 1000), 5000)
  assert.equal(secondsOn(away, 60_000), 4)
  assert.equal(secondsOn(started(away, 60_000), 62_500), 6.5)
})

test('starting twice does not lose time, and stopping twice does not add any', () => {
  assert.equal(secondsOn(started(started(stoppedClock, 0), 2000), 3000), 3)
  assert.equal(secondsOn(stopped(stopped(started(stoppedClock, 0), 2000), 9000), 9000), 2)
})

test('nobody reads one thing for longer than an hour', () => {
  assert.equal(secondsOn(started(stoppedClock, 0), 1e9), 3600)
})

test('a clock that runs backwards counts nothing', () => {
  assert.equal(secondsOn(started(stoppedClock, 5000), 1000), 0)
})
