import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DEFAULT_WEIGHTS, type Features, WORTH_WEIGHTS, worthOf } from './worth.ts'

const plainFeatures: Features = {
  askedByName: 0,
  isRequest: 0,
  waiting: 0,
  waitedHours: 0,
  answeredAlready: 0,
  distance: undefined,
  neverHeard: 0,
  ties: 0,
  purpose: 0,
  thanksWaiting: 0,
  automatic: 0,
  audience: 1,
}

const bit = fc.constantFrom(0 as const, 1 as const)
const share = fc.double({ min: 0, max: 1, noNaN: true })
const anyFeatures: fc.Arbitrary<Features> = fc.record({
  askedByName: bit,
  isRequest: share,
  waiting: fc.nat({ max: 5000 }),
  waitedHours: fc.double({ min: 0, max: 20_000, noNaN: true }),
  answeredAlready: bit,
  distance: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  neverHeard: bit,
  ties: share,
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
        assert.ok(worth >= 0 && worth < 20)
        assert.ok(Math.abs(worth - sum) < 1e-9)
      }),
    )
  })

  it('stays so with any weights that can be learned', () => {
    const factors = fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 13, maxLength: 13 })
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

  it('rises over the first days of waiting and fades over the weeks after', () => {
    const after = (days: number) => worth({ askedByName: 1, waitedHours: 24 * days })
    assert.ok(after(0) < after(1) && after(1) < after(3))
    assert.ok(after(3) > after(14) && after(14) > after(42))
    assert.ok(after(42) < after(0) / 4)
  })

  it('does not rise with time where nobody waits', () => {
    assert.equal(worth({ neverHeard: 1, waitedHours: 48 }), worth({ neverHeard: 1 }))
  })

  it('counts each further person who waits for less', () => {
    const gain = (from: number) => worth({ waiting: from + 1 }) - worth({ waiting: from })
    assert.ok(gain(0) > gain(3) && gain(3) > gain(20) && gain(20) > 0)
    assert.equal(worth({ waiting: 31 }), worth({ waiting: 3000 }))
  })

  it('gives an ask to many less than one to the reader alone, but leaves a voice as it is', () => {
    assert.ok(worth({ askedByName: 1, audience: 30 }) < worth({ askedByName: 1 }) / 1.8)
    assert.equal(worth({ neverHeard: 1, audience: 30 }), worth({ neverHeard: 1 }))
  })

  it('puts what is answered behind what is not', () => {
    const asked = { askedByName: 1, isRequest: 0.9, waiting: 5 } as const
    assert.ok(worth({ ...asked, answeredAlready: 1 }) < worth(asked) / 3)
  })

  it('leaves nothing for what no person wrote', () => {
    assert.equal(worth({ askedByName: 1, isRequest: 1, waiting: 9, neverHeard: 1, automatic: 1 }), 0)
  })

  it('prefers a direct question from somebody one answers over a mail to all', () => {
    const direct = worth({ askedByName: 1, isRequest: 0.8, ties: 0.6, waitedHours: 10 })
    assert.ok(direct > 2 * worth({ askedByName: 1, isRequest: 0.3, audience: 200, waitedHours: 10 }))
  })

  it('explains every weight in a sentence', () => {
    for (const { weight, sentence } of Object.values(WORTH_WEIGHTS)) {
      assert.ok(weight > 0)
      assert.match(sentence, /^[A-Z].+\.$/)
    }
  })
})
