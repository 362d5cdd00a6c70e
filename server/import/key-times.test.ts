import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { idOf } from '#platform/ids'
import { KeyTimes } from './key-times.ts'

const EPOCH = Temporal.Instant.fromEpochMilliseconds(0)
const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

it('finds the identity of every key that was added, and of no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 3000 }), fc.nat(2 ** 44), (keys, ms) => {
      const seen = new KeyTimes()
      const half = keys.slice(0, keys.length / 2)
      for (const [index, key] of half.entries()) assert.ok(seen.add(idOf('slack', key, at(ms + index))))
      for (const [index, key] of half.entries()) {
        assert.equal(seen.find(idOf('slack', key, EPOCH)), idOf('slack', key, at(ms + index)))
        assert.equal(seen.add(idOf('slack', key, at(7))), false)
      }
      for (const key of keys.slice(keys.length / 2))
        assert.equal(seen.find(idOf('slack', key, EPOCH)), undefined)
    }),
    { numRuns: 40 },
  )
})
