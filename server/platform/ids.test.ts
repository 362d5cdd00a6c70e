import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { idOf, newId } from './ids.ts'

/** Milliseconds from 1970 to the year 9999. */
const milliseconds = fc.integer({ min: 0, max: 253_402_300_799_999 })
const instant = milliseconds.map((each) => Temporal.Instant.fromEpochMilliseconds(each))
const SEVEN = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

describe('identities', () => {
  it('are UUIDs of version 7', () => {
    fc.assert(
      fc.property(instant, fc.string(), fc.string(), (at, source, key) => {
        assert.match(newId(at), SEVEN)
        assert.match(idOf(source, key, at), SEVEN)
      }),
    )
  })

  it('sort as the instants they were made at', () => {
    fc.assert(
      fc.property(milliseconds, milliseconds, (one, other) => {
        fc.pre(one !== other)
        const [first, second] = [one, other].map((each) =>
          newId<string>(Temporal.Instant.fromEpochMilliseconds(each)),
        )
        assert.equal((first ?? '') < (second ?? ''), one < other)
      }),
    )
  })

  it('are never the same twice, within one millisecond too', () => {
    const at = Temporal.Instant.fromEpochMilliseconds(1)
    assert.equal(new Set(Array.from({ length: 10_000 }, () => newId(at))).size, 10_000)
  })

  it('of what came from elsewhere are the same at every reading, and others for anything else', () => {
    fc.assert(
      fc.property(instant, fc.tuple(fc.string(), fc.string(), fc.string()), (at, [source, key, other]) => {
        assert.equal(idOf(source, key, at), idOf(source, key, at))
        if (other !== key) assert.notEqual(idOf(source, key, at), idOf(source, other, at))
        if (other !== source) assert.notEqual(idOf(source, key, at), idOf(other, key, at))
      }),
    )
  })

  it('of what came from before 1970 are made all the same', () => {
    assert.match(idOf('mbox', 'a', Temporal.Instant.from('1968-01-01T00:00:00Z')), SEVEN)
  })
})
