// Features for the tests of this room: a card of which nothing is known, and any card there could be.
import fc from 'fast-check'
import type { Features } from './worth.ts'

/** A card for which nothing speaks, and nothing against it. */
export const plainFeatures: Features = {
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
export const anyFeatures: fc.Arbitrary<Features> = fc.record({
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
