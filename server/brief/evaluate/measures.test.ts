import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { areaUnderCurve, precisionAt, type Ranked, type Scored, takenWithin } from './measures.ts'
import { intervalOf, resamples } from './resampling.ts'

/** Cards in their order: + was answered, - was not. */
function cards(marks: string, seconds = 60): Ranked[] {
  return [...marks].map((mark, index) => ({ score: -index, seconds, isAnswered: mark === '+' }))
}

function scored(...pairs: [score: number, mark: '+' | '-'][]): Scored[] {
  return pairs.map(([score, mark]) => ({ score, isAnswered: mark === '+', weight: 1 }))
}

describe('precision among the first', () => {
  it('counts the answered ones among them', () => {
    assert.equal(precisionAt(cards('+-+--++'), 5), 2 / 5)
  })

  it('is taken of as many as there are, where there are fewer', () => {
    assert.equal(precisionAt(cards('+-+'), 5), 2 / 3)
    assert.equal(precisionAt([], 5), undefined)
  })
})

describe('what fits in a budget', () => {
  it('is taken from the top, and what is too long is passed over', () => {
    const [first, long, last] = [cards('+', 100), cards('+', 500), cards('-', 95)].flat()
    assert.deepEqual(takenWithin([first!, long!, last!], 200), [first, last])
  })
})

describe('the area under the curve', () => {
  it('is the share of pairs in the right order', () => {
    // + at 3 beats both; + at 1 beats neither of 2 and 4; so 1 of 4 is lost by 3 against 4 as well.
    assert.equal(areaUnderCurve(scored([1, '+'], [2, '-'], [3, '+'], [4, '-'])), 1 / 4)
    assert.equal(areaUnderCurve(scored([1, '-'], [2, '-'], [3, '+'])), 1)
  })

  it('counts a tie for half', () => {
    // 2+ beats 1- and ties 2-; 3+ beats both: (1 + ½ + 2) / 4.
    assert.equal(areaUnderCurve(scored([1, '-'], [2, '+'], [2, '-'], [3, '+'])), 3.5 / 4)
    assert.equal(areaUnderCurve(scored([1, '+'], [1, '-'], [1, '-'])), 1 / 2)
  })

  it('is nothing where all or none were answered', () => {
    assert.equal(areaUnderCurve(scored([1, '+'], [2, '+'])), undefined)
    assert.equal(areaUnderCurve([]), undefined)
  })

  it('takes a weight for so many of the same', () => {
    const pairs = fc.array(
      fc.record({ score: fc.nat({ max: 5 }), isAnswered: fc.boolean(), weight: fc.nat({ max: 3 }) }),
    )
    fc.assert(
      fc.property(pairs, (weighted) => {
        const rising = weighted.toSorted((a, b) => a.score - b.score)
        const repeated = rising.flatMap((each) => Array(each.weight).fill({ ...each, weight: 1 }))
        assert.equal(areaUnderCurve(rising), areaUnderCurve(repeated))
      }),
    )
  })
})

describe('resampling', () => {
  it('draws as many days as there are, the same for the same seed', () => {
    const question = { count: 7, draws: 20, seed: 3 }
    for (const times of resamples(question))
      assert.equal(
        times.reduce((sum, each) => sum + each),
        7,
      )
    assert.deepEqual(resamples(question), resamples(question))
    assert.notDeepEqual(resamples(question), resamples({ ...question, seed: 4 }))
  })

  it('keeps the middle 95 of a hundred', () => {
    const values = Array.from({ length: 101 }, (_, index) => 100 - index)
    assert.deepEqual(intervalOf([undefined, ...values]), { low: 3, high: 98 })
    assert.equal(intervalOf([undefined]), undefined)
  })
})
