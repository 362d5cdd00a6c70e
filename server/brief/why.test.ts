import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { CardKind } from '#contract/brief'
import { say } from '#platform/say'
import * as why from './why.ts'
import { DEFAULT_WEIGHTS, type Features, worthOf } from './worth.ts'

/** What is said in English. */
function whyOf(...asked: Parameters<typeof why.whyOf>) {
  const { headline, facts } = why.whyOf(...asked)
  return { headline: say('en', headline), facts: facts.map((fact) => say('en', fact)) }
}

function sentenceOf(...asked: Parameters<typeof why.sentenceOf>): string | undefined {
  const said = why.sentenceOf(...asked)
  return said && say('en', said)
}

const names = { author: 'Tomasz', purpose: 'shorter changeovers' }
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

describe('why you, why now', () => {
  it('says of an unheard voice how far it is and what it touches', () => {
    const features: Features = { ...plainFeatures, distance: 5, neverHeard: 1, purpose: 1, waitedHours: 74 }
    assert.deepEqual(whyOf('unheard', features, names), {
      headline: 'A voice you have not heard',
      facts: [
        'Said 3 days ago',
        '5 steps from you',
        'You have not heard Tomasz before',
        'Touches your purpose: shorter changeovers',
        'Counts for less after 3 days',
      ],
    })
  })

  it('says of a question who put it to you, when, and how many wait', () => {
    const asked: Features = { ...plainFeatures, askedByName: 1, isRequest: 0.9, waitedHours: 50, distance: 1 }
    assert.deepEqual(whyOf('needs-you', asked, names), {
      headline: 'Asked of you',
      facts: ['Asked of you by name, 2 days ago', 'Asks for something', '1 step from you'],
    })
    assert.equal(whyOf('needs-you', { ...asked, waiting: 8 }, names).headline, 'Asked of you by 9 people')
    assert.ok(whyOf('unheard', { ...asked, waiting: 9 }, names).facts.includes('9 more people wait'))
  })

  it('says how somebody stands in a thread, and how they and the author turn to each other', () => {
    const copied: Features = { ...plainFeatures, copied: 1, seldomAnswered: 0.5, waitedHours: 3 }
    assert.deepEqual(whyOf('needs-you', copied, names), {
      headline: 'May need your word',
      facts: ['Sent to you in copy', 'Said 3 hours ago', 'You write to Tomasz far less than they to you'],
    })
    const inThread: Features = { ...plainFeatures, calledByName: 1, tookPart: 1, ties: 0.6 }
    assert.deepEqual(whyOf('needs-you', inThread, names).facts, [
      'Begins with your name',
      'You take part in this thread',
      'Said just now',
      'You often turn to Tomasz yourself',
    ])
  })

  it('hides nothing that speaks against a card', () => {
    const features: Features = {
      ...plainFeatures,
      askedByName: 1,
      audience: 1200,
      answeredAlready: 1,
      waitedHours: 24 * 40,
      automatic: 1,
    }
    assert.deepEqual(whyOf('needs-you', features, names).facts, [
      'Asked of you by name, 5 weeks ago',
      'Sent to 1,200 people',
      'Has an answer already',
      'Counts for less after 5 weeks',
      'Looks like an automatic mail',
    ])
  })

  it('has a sentence for every term of the worth, and shows it in the headline or the facts', () => {
    fc.assert(
      fc.property(anyFeatures, fc.constantFrom(...CardKind.options), (features, kind) => {
        const { headline, facts } = whyOf(kind, features, names)
        for (const { feature } of worthOf(features, DEFAULT_WEIGHTS).terms) {
          const sentence = sentenceOf(feature, features, names)
          assert.ok(sentence !== undefined, feature)
          const shown =
            facts.includes(sentence) ||
            (feature === 'waiting' && headline.startsWith('Asked of you by ')) ||
            (feature === 'waitedHours' && facts.some((fact) => fact.startsWith('Asked of you by name, ')))
          assert.ok(shown, feature)
        }
      }),
    )
  })

  it('speaks calmly, in sentences that stand by themselves', () => {
    fc.assert(
      fc.property(anyFeatures, fc.constantFrom(...CardKind.options), (features, kind) => {
        const { headline, facts } = whyOf(kind, features, { author: undefined, purpose: undefined })
        assert.equal(new Set(facts).size, facts.length)
        for (const text of [headline, ...facts]) {
          assert.match(text, /^[A-Z0-9]/)
          assert.doesNotMatch(text, /!|undefined|NaN|\.$/)
        }
      }),
    )
  })

  it('counts time as people do', () => {
    const said = (waitedHours: number) => sentenceOf('waitedHours', { ...plainFeatures, waitedHours }, names)
    assert.equal(said(0.4), 'Said just now')
    assert.equal(said(1.9), 'Said 1 hour ago')
    assert.equal(said(47), 'Said 1 day ago')
    assert.equal(said(13 * 24), 'Said 13 days ago')
    assert.equal(said(14 * 24), 'Said 2 weeks ago')
    assert.equal(said(100 * 24), 'Said 3 months ago')
  })
})
