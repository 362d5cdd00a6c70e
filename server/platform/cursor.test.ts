import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cursorOf, readCursor, readTimeCursor } from './cursor.ts'
import { newId } from './ids.ts'

const isWrongCursor = { name: 'Refusal', kind: 'invalid', code: 'wrong-cursor' }
const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0'))
const instant = fc
  .date({ min: new Date(0), max: new Date(253_402_300_799_999), noInvalidDate: true })
  .map((date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()))

describe('a cursor', () => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(fc.array(text), (parts) => {
        assert.deepEqual(readCursor(cursorOf(parts), parts.length), parts)
      }),
    )
  })

  it('of a time and an identity gives back both', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const id = newId<string>(at)
        assert.deepEqual(readTimeCursor(cursorOf([at.toString(), id])), { at: at.toString(), id })
      }),
    )
  })

  it('needs no escaping in an address', () => {
    fc.assert(
      fc.property(fc.array(text), (parts) =>
        assert.equal(encodeURIComponent(cursorOf(parts)), cursorOf(parts)),
      ),
    )
  })

  it('that is not one of ours is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        assert.throws(() => readTimeCursor(words), isWrongCursor)
      }),
    )
  })

  const id = '0192f0c1-0000-7000-8000-000000000000'
  const at = '2026-03-02T08:00:00Z'
  const wrong: Record<string, string> = {
    'too few parts': cursorOf([at]),
    'too many parts': cursorOf([at, id, id]),
    'a day that there is not': cursorOf(['2026-02-30T08:00:00Z', id]),
    'an hour that there is not': cursorOf(['2026-03-02T99:00:00Z', id]),
    'a time without a zone': cursorOf(['2026-03-02T08:00:00', id]),
    'an identity of dashes': cursorOf([at, '-'.repeat(36)]),
    'numbers for texts': Buffer.from('[1,2]').toString('base64url'),
    'an object': Buffer.from(`{"at":"${at}"}`).toString('base64url'),
  }
  for (const [what, cursor] of Object.entries(wrong)) {
    it(`is refused with ${what}`, () => {
      assert.throws(() => readTimeCursor(cursor), isWrongCursor)
    })
  }

  it('is refused with a character that no text in the database has', () => {
    assert.throws(() => readCursor(cursorOf(['a\0b']), 1), isWrongCursor)
  })
})
