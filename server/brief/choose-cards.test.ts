import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Choosable, chooseCards, DEFAULT_QUOTAS } from './choose-cards.ts'

const kinds = ['needs-you', 'steer', 'unheard', 'reactions', 'recognise', 'reflect'] as const

// Few authors, short times and whole worths, so that caps bind and ties are common.
const candidate: fc.Arbitrary<Omit<Choosable, 'key'>> = fc.record({
  kind: fc.constantFrom(...kinds),
  authorId: fc.option(fc.constantFrom('ada', 'ben', 'cem', 'dua', 'eli'), { nil: undefined, freq: 4 }),
  seconds: fc.integer({ min: 1, max: 30 }).map((units) => units * 5),
  worth: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 12, noNaN: true })),
})
const candidates = fc
  .array(candidate, { maxLength: 30 })
  .map((list) => list.map((one, index) => ({ ...one, key: `card ${index}` })))
const budget = fc.integer({ min: 0, max: 900 })

function total<Card>(cards: readonly Card[], amount: (card: Card) => number): number {
  return cards.reduce((sum, card) => sum + amount(card), 0)
}

function secondsOf(cards: readonly Choosable[]): number {
  return total(cards, (card) => card.seconds)
}

function worthOf(cards: readonly Choosable[]): number {
  return total(cards, (card) => Math.round(card.worth * 1000))
}

function card(key: string, changes: Partial<Choosable> = {}): Choosable {
  return { key, kind: 'needs-you', authorId: undefined, seconds: 60, worth: 1, ...changes }
}

function keysOf(cards: readonly Choosable[]): string[] {
  return cards.map(({ key }) => key)
}

describe('choosing the cards of a brief', () => {
  it('never plans more than the minutes, and says truly what it plans', () => {
    fc.assert(
      fc.property(candidates, budget, (list, seconds) => {
        const choice = chooseCards(list, seconds)
        assert.ok(choice.secondsPlanned <= seconds)
        assert.equal(choice.secondsPlanned, secondsOf(choice.cards))
        assert.equal(choice.unheardSeconds, secondsOf(choice.cards.filter(({ kind }) => kind === 'unheard')))
        assert.equal(new Set(choice.cards).size, choice.cards.length)
        assert.ok(choice.cards.every((chosen) => list.some((offered) => offered === chosen)))
      }),
    )
  })

  it('keeps the unheard share, the cap per author and the single reflection', () => {
    fc.assert(
      fc.property(candidates, budget, (list, seconds) => {
        const choice = chooseCards(list, seconds)
        assert.ok(choice.unheardSeconds >= choice.unheardTarget)
        const counts = Map.groupBy(
          choice.cards.filter(({ authorId, kind }) => authorId !== undefined && kind !== 'reflect'),
          ({ authorId }) => authorId,
        )
        for (const [, cards] of counts) assert.ok(cards.length <= DEFAULT_QUOTAS.perAuthorMax)
        assert.ok(choice.cards.filter(({ kind }) => kind === 'reflect').length <= 1)
      }),
    )
  })

  it('does not depend on the order in which candidates are offered', () => {
    const shuffled = candidates.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, budget, ([list, other], seconds) => {
        assert.deepEqual(chooseCards(other, seconds), chooseCards(list, seconds))
      }),
    )
  })

  it('is never worth less for one candidate more, unless that one raised the unheard target', () => {
    fc.assert(
      fc.property(candidates, candidate, budget, (list, one, seconds) => {
        const without = chooseCards(list, seconds)
        const withIt = chooseCards([...list, { ...one, key: 'one more' }], seconds)
        assert.ok(withIt.unheardTarget >= without.unheardTarget)
        if (withIt.unheardTarget > without.unheardTarget) return
        assert.ok(worthOf(withIt.cards) >= worthOf(without.cards))
      }),
    )
  })

  it('gives three minutes of ten to unheard voices, even to dull ones', () => {
    const asks = Array.from({ length: 12 }, (_, index) => card(`ask ${index}`, { worth: 9 }))
    const voices = Array.from({ length: 5 }, (_, index) =>
      card(`voice ${index}`, { kind: 'unheard', worth: 0 }),
    )
    const choice = chooseCards([...asks, ...voices], 600)
    assert.equal(choice.unheardTarget, 180)
    assert.equal(choice.unheardSeconds, 180)
    assert.equal(choice.secondsPlanned, 600)
  })

  it('settles for the most unheard time there is where the share cannot be reached', () => {
    const list = [
      card('ask', { worth: 9, seconds: 100 }),
      card('voice a', { kind: 'unheard', authorId: 'ada', seconds: 15, worth: 1 }),
      card('voice b', { kind: 'unheard', authorId: 'ada', seconds: 10, worth: 5 }),
      card('voice c', { kind: 'unheard', authorId: 'ada', seconds: 5, worth: 6 }),
    ]
    const choice = chooseCards(list, 120, { ...DEFAULT_QUOTAS, perAuthorMax: 2 })
    assert.equal(choice.unheardTarget, 25)
    assert.deepEqual(keysOf(choice.cards), ['voice b', 'voice a'])
  })

  it('spends no time on what is worth nothing', () => {
    assert.deepEqual(chooseCards([card('newsletter', { worth: 0 })], 600).cards, [])
  })

  it('prefers, of plans worth the same, the shorter one, and then the one of lower keys', () => {
    const list = [card('long', { worth: 4, seconds: 120 }), card('b', { worth: 2 }), card('a', { worth: 2 })]
    assert.deepEqual(keysOf(chooseCards([...list, card('c', { worth: 4 })], 120).cards), ['c', 'a'])
    assert.deepEqual(keysOf(chooseCards(list, 60).cards), ['a'])
    assert.deepEqual(keysOf(chooseCards([card('a', { seconds: 120 }), card('z')], 120).cards), ['z'])
  })

  it('refuses what it cannot weigh, naming the card', () => {
    assert.throws(() => chooseCards([card('odd', { seconds: 7 })], 600), /odd/)
    assert.throws(() => chooseCards([card('bad', { worth: Number.NaN })], 600), /bad/)
    assert.throws(() => chooseCards([card('twin'), card('twin')], 600), RangeError)
    assert.throws(() => chooseCards([], -1), RangeError)
  })
})
