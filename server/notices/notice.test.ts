import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PersonId, ReplyId } from '#contract/ref'
import { say } from '#platform/say'
import { type Deed, sentenceOf, summaryOf } from './notice.ts'

const names = new Map(['Aiko', 'Marta', 'Piotr', 'Tomasz'].map((name) => [name as PersonId, name]))
const deed = (how: Deed['how'], by: string, minute: number): Deed => ({
  ...{ how, byId: by as PersonId, replyId: `reply-${minute}` as ReplyId },
  at: `2026-03-02T08:${String(minute).padStart(2, '0')}:00+00:00`,
})
const NOBODY = { isBeginner: false, isFollower: false }

const wordsOf = (deeds: readonly Deed[], standing = NOBODY) => {
  const summary = summaryOf(deeds, standing)
  const told = [...(summary?.doers.map((doers) => sentenceOf(doers, names)) ?? []), summary?.why]
  return told.map((each) => each && say('en', each)).join(' ')
}

const someDeed = fc
  .record({
    how: fc.constantFrom('mentioned', 'answered', 'replied', 'thanked'),
    by: fc.constantFrom(...names.values()),
    minute: fc.integer({ min: 0, max: 59 }),
  })
  .map(({ how, by, minute }) => deed(how, by, minute))

describe('a summary', () => {
  it('calls whoever asked without a name what they are called in the language of the reader', () => {
    const [doers] = summaryOf([deed('accepted', COLLEAGUE_ID, 1)], NOBODY)?.doers ?? []
    assert.ok(doers)
    const told = sentenceOf(doers, new Map([[COLLEAGUE_ID, 'A colleague']]))
    assert.match(say('en', told), /^A colleague accepted/)
    assert.match(say('de', told), /^Jemand aus dem Haus/)
  })

  it('names one, two, or one and how many others, the last first', () => {
    const deeds = ['Aiko', 'Marta', 'Piotr', 'Tomasz'].map((name, minute) => deed('replied', name, minute))
    assert.equal(wordsOf(deeds.slice(0, 1)), 'Aiko replied. because you replied here')
    assert.equal(wordsOf(deeds.slice(0, 2)), 'Marta and Aiko replied. because you replied here')
    assert.equal(wordsOf(deeds), 'Tomasz and 3 others replied. because you replied here')
  })

  it('says first what was meant for you, and names nobody twice for one thing', () => {
    const deeds = [deed('mentioned', 'Aiko', 1), deed('replied', 'Aiko', 2), deed('replied', 'Marta', 3)]
    assert.equal(wordsOf(deeds), 'Aiko mentioned you. Marta replied. because you were mentioned')
    assert.equal(
      wordsOf([deed('thanked', 'Aiko', 1), ...deeds]),
      'Aiko mentioned you. Marta replied. Aiko thanked you. because you were mentioned',
    )
  })

  it('says why: by what you began before what you follow, and by that before where you replied', () => {
    const deeds = [deed('replied', 'Aiko', 1)]
    assert.match(wordsOf(deeds, { isBeginner: true, isFollower: true }), /because you began this thread$/)
    assert.match(wordsOf(deeds, { isBeginner: false, isFollower: true }), /because you follow this thread$/)
  })

  it('begins at the first words that you have not seen, and at what was thanked for when there are none', () => {
    const thanks = deed('thanked', 'Aiko', 1)
    assert.equal(summaryOf([thanks, deed('replied', 'Marta', 2)], NOBODY)?.replyId, 'reply-2')
    assert.equal(summaryOf([thanks], NOBODY)?.replyId, 'reply-1')
  })

  it('of nothing is none', () => {
    assert.equal(summaryOf([], NOBODY), undefined)
  })

  it('is the same in whatever order the deeds came, and however often', () => {
    const shuffled = fc.array(someDeed, { minLength: 1, maxLength: 12 }).chain((deeds) =>
      fc.record({
        deeds: fc.constant(deeds),
        other: fc.shuffledSubarray([...deeds, ...deeds], { minLength: deeds.length * 2 }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ deeds, other }) => {
        assert.deepEqual(summaryOf(other, NOBODY), summaryOf(deeds, NOBODY))
      }),
    )
  })

  it('names everybody who did something, and nobody else', () => {
    fc.assert(
      fc.property(fc.array(someDeed, { minLength: 1, maxLength: 12 }), (deeds) => {
        const named = new Set(summaryOf(deeds, NOBODY)?.doers.flatMap(({ personIds }) => personIds))
        assert.deepEqual(named, new Set(deeds.map(({ byId }) => byId)))
      }),
    )
  })
})
