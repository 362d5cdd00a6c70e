import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { CardAction } from '#contract/brief'
import { adaptWeights, learnedWeights, type Outcome, shownWeights, WEIGHT_BOUNDS } from './adapt-weights.ts'
import { DEFAULT_WEIGHTS, type Term, type WorthFeature } from './worth.ts'

const features = Object.keys(DEFAULT_WEIGHTS) as WorthFeature[]
const terms: fc.Arbitrary<Term[]> = fc.uniqueArray(
  fc.record({
    feature: fc.constantFrom(...features),
    value: fc.constant(1),
    points: fc.double({ min: -3, max: 3, noNaN: true }),
  }),
  { selector: ({ feature }) => feature, maxLength: 5 },
)
const outcome: fc.Arbitrary<Outcome> = fc.record({ terms, action: fc.constantFrom(...CardAction.options) })

function afterMany(times: number, one: Outcome): typeof DEFAULT_WEIGHTS {
  return Array.from({ length: times }).reduce<typeof DEFAULT_WEIGHTS>(
    (weights) => adaptWeights(weights, one),
    DEFAULT_WEIGHTS,
  )
}

const asked: Term[] = [{ feature: 'askedByName', value: 1, points: 3 }]

describe('learning from what a person does with cards', () => {
  it('never leaves half to twice the default, whatever is done and however often', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 300 }), (outcomes) => {
        const weights = outcomes.reduce(adaptWeights, DEFAULT_WEIGHTS)
        for (const feature of features) {
          const factor = weights[feature] / DEFAULT_WEIGHTS[feature]
          assert.ok(factor >= WEIGHT_BOUNDS.min - 1e-9 && factor <= WEIGHT_BOUNDS.max + 1e-9)
        }
      }),
    )
    const refused = afterMany(2000, { terms: asked, action: 'not-for-me' }).askedByName
    assert.equal(refused, WEIGHT_BOUNDS.min * DEFAULT_WEIGHTS.askedByName)
  })

  it('moves opposite ways for opposite outcomes', () => {
    fc.assert(
      fc.property(terms, (list) => {
        const up = adaptWeights(DEFAULT_WEIGHTS, { terms: list, action: 'answer' })
        const down = adaptWeights(DEFAULT_WEIGHTS, { terms: list, action: 'not-for-me' })
        for (const { feature, points } of list) {
          const moved = (weights: typeof up) => Math.sign(weights[feature] - DEFAULT_WEIGHTS[feature])
          // Less than a millionth of a point moves a weight by less than a double can hold.
          if (Math.abs(points) < 1e-6) continue
          assert.equal(moved(up), Math.sign(points))
          assert.equal(moved(down), -Math.sign(points))
        }
      }),
    )
  })

  it('leaves alone what had no part in the card, and everything after a mere reading', () => {
    const weights = adaptWeights(DEFAULT_WEIGHTS, { terms: asked, action: 'answer' })
    for (const feature of features) {
      if (feature !== 'askedByName') assert.equal(weights[feature], DEFAULT_WEIGHTS[feature])
    }
    assert.deepEqual(adaptWeights(DEFAULT_WEIGHTS, { terms: asked, action: 'read' }), DEFAULT_WEIGHTS)
  })

  it('takes a card put off as a small doubt, not as a no', () => {
    const later = adaptWeights(DEFAULT_WEIGHTS, { terms: asked, action: 'later' }).askedByName
    const never = adaptWeights(DEFAULT_WEIGHTS, { terms: asked, action: 'not-for-me' }).askedByName
    assert.ok(never < later && later < DEFAULT_WEIGHTS.askedByName)
  })

  it('is slow: one outcome moves no weight by more than a twentieth', () => {
    fc.assert(
      fc.property(outcome, (one) => {
        const weights = adaptWeights(DEFAULT_WEIGHTS, one)
        for (const feature of features)
          assert.ok(Math.abs(weights[feature] / DEFAULT_WEIGHTS[feature] - 1) <= 0.0513)
      }),
    )
  })

  it('can be forgotten: nothing kept gives the defaults, which learning never touches', () => {
    afterMany(50, { terms: asked, action: 'answer' })
    assert.deepEqual(learnedWeights({}), DEFAULT_WEIGHTS)
  })

  it('is kept and taken up again, and nothing odd that was kept gets in', () => {
    const weights = afterMany(20, { terms: asked, action: 'thank' })
    assert.deepEqual(learnedWeights(JSON.parse(JSON.stringify(weights))), weights)
    assert.deepEqual(learnedWeights({ ties: 'much', purpose: Number.NaN, unknown: 3 }), DEFAULT_WEIGHTS)
    assert.equal(learnedWeights({ ties: 1000 }).ties, 2 * DEFAULT_WEIGHTS.ties)
  })

  it('is shown, every weight with its sentence and its default', () => {
    const shown = shownWeights(afterMany(5, { terms: asked, action: 'answer' }), 'en')
    assert.equal(shown.length, features.length)
    for (const { feature, weight, default: normal } of shown) {
      assert.equal(normal, DEFAULT_WEIGHTS[feature])
      assert.equal(weight > normal, feature === 'askedByName')
    }
  })
})
