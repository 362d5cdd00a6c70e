import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_WEIGHTS, type Features, WORTH_WEIGHTS, worthOf } from './worth.ts'

const plainFeatures: Features = {
  askedByName: 0,
  calledByName: 0,
  tookPart: 0,
  copied: 0,
  isRequest: 0,
  waiting: 0,
  waitedHours: 0,
  answeredAlready: 0,
  distance: undefined,
  neverHeard: 0,
  ties: 0,
  seldomAnswered: 0,
  purpose: 0,
  thanksWaiting: 0,
  automatic: 0,
  audience: 1,
}

const bit = fc.constantFrom(0 as const, 1 as const)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyFeatures: fc.Arbitrary<Features> = fc.record({
  askedByName: bit,
  calledByName: bit,
  tookPart: bit,
  copied: bit,
  isRequest: share,
  waiting: fc.nat({ max: 5000 }),
  waitedHours: fc.double({ min: 0, max: 20_000, noNaN: true }),
  answeredAlready: bit,
  distance: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  neverHeard: bit,
  ties: share,
  seldomAnswered: share,
  purpose: bit,
  thanksWaiting: fc.nat({ max: 500 }),
  automatic: bit,
  audience: fc.integer({ min: 1, max: 500_000 }),
})

function worth(changes: Partial<Features>): number {
  return worthOf({ ...plainFeatures, ...changes }, DEFAULT_WEIGHTS).worth
}

describe('the worth of a card', () => {
  it('is the sum of its terms, and never less than nothing', () => {
    fc.assert(
      fc.property(anyFeatures, (features) => {
        const { worth, terms } = worthOf(features, DEFAULT_WEIGHTS)
        const sum = terms.reduce((total, { points }) => total + points, 0)
        assert.ok(worth >= 0 && worth < 25)
        assert.ok(Math.abs(worth - sum) < 1e-9)
      }),
    )
  })

  it('stays so with any weights that can be learned', () => {
    const factors = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 17, maxLength: 17 })
    fc.assert(
      fc.property(anyFeatures, factors, (features, by) => {
        const entries = Object.entries(DEFAULT_WEIGHTS).map(([name, weight], index) => [
          name,
          weight * by[index]!,
        ])
        assert.ok(worthOf(features, Object.fromEntries(entries)).worth >= 0)
      }),
    )
  })

  it('is nothing when nothing speaks for the card, and has no terms', () => {
    assert.deepEqual(worthOf(plainFeatures, DEFAULT_WEIGHTS), { worth: 0, terms: [] })
  })

  it('rises with everything that speaks for a card', () => {
    const rising: Partial<Features>[] = [
      { askedByName: 1 },
      { calledByName: 1 },
      { tookPart: 1 },
      { copied: 1 },
      { isRequest: 0.8 },
      { waiting: 4 },
      { distance: 5 },
      { neverHeard: 1 },
      { ties: 0.5 },
      { purpose: 1 },
      { thanksWaiting: 3 },
    ]
    for (const changes of rising) assert.ok(worth(changes) > worth({}), JSON.stringify(changes))
  })

  it('counts most what was just said to the reader, less with every doubling of the time, and little after weeks', () => {
    const after = (hours: number) => worth({ askedByName: 1, waitedHours: hours })
    const first = after(0) - after(12)
    assert.ok(first > 1)
    // From no time to twelve hours, then to thirty-six, is one doubling of the time and twelve hours more, each.
    assert.ok(Math.abs(after(12) - after(36) - first) < 1e-9)
    assert.ok(after(36) > after(24 * 7) && after(24 * 7) > after(24 * 14))
    assert.ok(after(24 * 42) < after(0) / 100)
  })

  it('does not rise with time, nor with freshness, where nothing was said to the reader', () => {
    assert.equal(worth({ neverHeard: 1, waitedHours: 48 }), worth({ neverHeard: 1 }))
  })

  it('puts what asks by name before what only comes in copy', () => {
    const hours = { waitedHours: 5 }
    assert.ok(worth({ ...hours, askedByName: 1 }) > worth({ ...hours, copied: 1 }))
    assert.ok(worth({ ...hours, tookPart: 1 }) > worth({ ...hours, copied: 1 }))
  })

  it('falls where the author writes and the reader seldom does, but never below nothing', () => {
    assert.ok(worth({ askedByName: 1, seldomAnswered: 0.8 }) < worth({ askedByName: 1 }))
    assert.equal(worth({ isRequest: 0.1, seldomAnswered: 1 }), 0)
  })

  it('counts each further person who waits for less', () => {
    const gain = (from: number) => worth({ waiting: from + 1 }) - worth({ waiting: from })
    assert.ok(gain(0) > gain(3) && gain(3) > gain(20) && gain(20) > 0)
    assert.equal(worth({ waiting: 31 }), worth({ waiting: 3000 }))
  })

  it('gives an ask to many less than one to the reader alone, but leaves a voice as it is', () => {
    const asked = { askedByName: 1, isRequest: 1, waitedHours: 24 * 14 } as const
    assert.ok(worth({ ...asked, audience: 30 }) < worth(asked) / 1.8)
    assert.equal(worth({ neverHeard: 1, audience: 30 }), worth({ neverHeard: 1 }))
  })

  it('puts what is answered behind what is not', () => {
    const asked = { askedByName: 1, isRequest: 0.9, waiting: 5 } as const
    assert.ok(worth({ ...asked, answeredAlready: 1 }) < worth(asked) / 1.5)
  })

  it('leaves nothing for what no person wrote', () => {
    assert.equal(worth({ askedByName: 1, isRequest: 1, waiting: 9, neverHeard: 1, automatic: 1 }), 0)
  })

  it('prefers a direct question from somebody one answers over a mail to all', () => {
    const direct = worth({ askedByName: 1, isRequest: 0.8, ties: 0.6, waitedHours: 10 })
    const toAll = { askedByName: 1, isRequest: 0.3, audience: 200, seldomAnswered: 0.6 } as const
    assert.ok(direct > 1.5 * worth({ ...toAll, waitedHours: 10 }))
  })

  it('explains every weight in a sentence', () => {
    for (const { weight, sentence } of Object.values(WORTH_WEIGHTS)) {
      assert.ok(weight > 0)
      assert.match(sentence.message, /^[A-Z].+\.$/)
    }
  })
})
