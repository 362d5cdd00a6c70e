import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asTs, microsOf, tsOf } from './ts.ts'

test('a time is the same after a walk through numbers, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_007_199_253 }),
      fc.integer({ min: 0, max: 999_999 }),
      (seconds, micros) => {
        const ts = asTs(`${seconds}.${String(micros).padStart(6, '0')}`)
        assert.equal(ts, tsOf(microsOf(ts!)))
      },
    ),
  )
})

test('what is no time of Slack is none', () => {
  for (const given of ['', '.', 'x', '1.1234567', '99999999999.000000', '-1.000000', '1e9']) {
    assert.equal(asTs(given), undefined, given)
  }
  assert.deepEqual([asTs('12'), asTs('12.5')], ['12.000000', '12.500000'])
})
