import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ageFactorOf, pointsOf, type WorthCandidate, type WorthFacts, worthYourTime } from './worth.ts'

const NOTHING: WorthFacts = {
  asksMe: false,
  decisionNeeded: false,
  unheardCell: false,
  purposeMatch: false,
  unitsEngaged: 0,
  followed: false,
}

type Given = Partial<Omit<WorthCandidate, 'facts'>> & { facts?: Partial<WorthFacts> }

function post(key: string, { facts, ...rest }: Given = {}): WorthCandidate {
  return {
    ...{ key, authorId: `author of ${key}`, ageHours: 0, seconds: 30, marks: [key] },
    ...rest,
    facts: { ...NOTHING, ...facts },
  }
}

const keysOf = (list: { candidate: WorthCandidate }[]) => list.map(({ candidate }) => candidate.key)

describe('the score of a post', () => {
  it('is the sum of its reasons, faded by age', () => {
    const facts = { asksMe: true, unitsEngaged: 3, followed: true }
    const [only] = worthYourTime([post('a', { ageHours: 36, facts })], 600)
    // 3 + log2(1 + 3) + 0.5 = 5.5, and after 36 hours 2^(−1/2) of it.
    assert.deepEqual(only?.terms, [
      { feature: 'asksMe', points: 3 },
      { feature: 'unitsEngaged', points: 2 },
      { feature: 'followed', points: 0.5 },
    ])
    assert.ok(Math.abs((only?.score ?? 0) - 3.889087) < 1e-6)
  })

  it('counts all six reasons with the weights of the formula', () => {
    const all = { asksMe: true, decisionNeeded: true, unheardCell: true, purposeMatch: true, followed: true }
    const points = pointsOf({ ...all, unitsEngaged: 1 }).map((term) => term.points)
    assert.deepEqual(points, [3, 2, 2, 1.5, 1, 0.5])
  })

  it('is halved every three days', () => {
    assert.deepEqual([0, 72, 144].map(ageFactorOf), [1, 0.5, 0.25])
  })

  it('is halved for each post of the same author above it, and never below a quarter', () => {
    const same = (key: string, ageHours: number) =>
      post(key, { authorId: 'x', ageHours, facts: { followed: true } })
    const list = worthYourTime([same('c', 3), same('a', 1), same('d', 4), same('b', 2)], 600)
    const factors = new Map(list.map(({ candidate, authorFactor }) => [candidate.key, authorFactor]))
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].map((key) => factors.get(key)),
      [1, 0.5, 0.25, 0.25],
    )
  })
})

describe('the list', () => {
  it('leaves out what has no reason to be there', () => {
    assert.deepEqual(worthYourTime([post('a'), post('b', { ageHours: 2 })], 600), [])
  })

  it('prefers what is different to more of the same', () => {
    const alike = { marks: ['plant', 'paint'] }
    const list = worthYourTime(
      [
        post('first', { ...alike, facts: { asksMe: true } }),
        post('alike', { ...alike, facts: { unheardCell: true } }),
        post('other', { marks: ['office'], facts: { purposeMatch: true } }),
      ],
      600,
    )
    // After the first, `alike` is worth 0.7·⅔ − 0.3 = 0.17 and `other` 0.7·½ = 0.35.
    assert.deepEqual(keysOf(list), ['first', 'other', 'alike'])
  })

  it('fills the minutes with what is worth most together, not with what is worth most alone', () => {
    const long = post('long', { seconds: 60, facts: { asksMe: true } })
    const short = ['a', 'b'].map((key) => post(key, { seconds: 30, facts: { decisionNeeded: true } }))
    assert.deepEqual(keysOf(worthYourTime([long, ...short], 60)), ['a', 'b'])
  })

  it('keeps a fifth of the minutes for unheard cells where there are any', () => {
    const asked = ['a', 'b', 'c', 'd', 'e'].map((key) => post(key, { seconds: 20, facts: { asksMe: true } }))
    const voice = post('voice', { seconds: 20, ageHours: 200, facts: { unheardCell: true } })
    assert.ok(keysOf(worthYourTime([...asked, voice], 100)).includes('voice'))
  })

  it('refuses what it cannot weigh', () => {
    for (const wrong of [
      [post('a'), post('a')],
      [post('a', { seconds: 0 })],
      [post('a', { seconds: 1.5 })],
      [post('a', { ageHours: -1 })],
      [post('a', { ageHours: Number.NaN })],
      [post('a', { facts: { unitsEngaged: -1 } })],
    ]) {
      assert.throws(() => worthYourTime(wrong, 600), RangeError)
    }
    assert.throws(() => worthYourTime([], -1), RangeError)
    assert.throws(() => worthYourTime([], Number.POSITIVE_INFINITY), RangeError)
  })
})

const facts = fc.record({
  asksMe: fc.boolean(),
  decisionNeeded: fc.boolean(),
  unheardCell: fc.boolean(),
  purposeMatch: fc.boolean(),
  unitsEngaged: fc.nat(9),
  followed: fc.boolean(),
})
const candidates = fc.uniqueArray(
  fc.record({
    key: fc.stringMatching(/^[a-z]{1,3}$/),
    authorId: fc.constantFrom('x', 'y', 'z'),
    ageHours: fc.double({ min: 0, max: 400, noNaN: true }),
    seconds: fc.integer({ min: 1, max: 120 }),
    marks: fc.subarray(['plant', 'office', 'paint', 'scrap', 'night']),
    facts,
  }),
  { selector: ({ key }) => key, maxLength: 12 },
)
const budget = fc.integer({ min: 0, max: 400 })

describe('whatever is weighed', () => {
  it('is the same list, in whatever order the posts are given', () => {
    const shuffled = candidates.chain((posts) =>
      fc.tuple(
        fc.constant(posts),
        fc.shuffledSubarray(posts, { minLength: posts.length, maxLength: posts.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, budget, ([posts, other], seconds) => {
        assert.deepEqual(worthYourTime(posts, seconds), worthYourTime(other, seconds))
      }),
    )
  })

  it('is finite: within the minutes, each post once, each with a reason', () => {
    fc.assert(
      fc.property(candidates, budget, (posts, seconds) => {
        const list = worthYourTime(posts, seconds)
        assert.equal(new Set(keysOf(list)).size, list.length)
        assert.ok(list.reduce((sum, { candidate }) => sum + candidate.seconds, 0) <= seconds)
        for (const { candidate, terms, score, ageFactor, authorFactor } of list) {
          assert.ok(posts.includes(candidate) && terms.length > 0)
          const sum = terms.reduce((total, { points }) => total + points, 0)
          assert.ok(Math.abs(score - sum * ageFactor * authorFactor) < 1e-9)
        }
      }),
    )
  })

  it('leaves room for nothing that would still fit', () => {
    fc.assert(
      fc.property(candidates, budget, (posts, seconds) => {
        const list = worthYourTime(posts, seconds)
        const left = seconds - list.reduce((sum, { candidate }) => sum + candidate.seconds, 0)
        const shown = new Set(keysOf(list))
        // Old enough, a post is worth less than a millionth and counts as nothing.
        const missed = posts.filter(
          (each) => !shown.has(each.key) && pointsOf(each.facts).length > 0 && each.seconds <= left,
        )
        assert.deepEqual(missed, [])
      }),
    )
  })

  it('counts each author once in full, and never raises anybody by saying more', () => {
    fc.assert(
      fc.property(candidates, (posts) => {
        const list = worthYourTime(posts, 3600)
        for (const [, own] of Map.groupBy(list, ({ candidate }) => candidate.authorId)) {
          const factors = own.map(({ authorFactor }) => authorFactor).sort((one, other) => other - one)
          assert.deepEqual(
            factors,
            factors.map((_, index) => Math.max(0.25, 0.5 ** index)),
          )
        }
      }),
    )
  })
})
