// What holds of a prepared brief, whatever was prepared.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { CardKind } from '#contract/brief'
import type { PersonId, SaidId } from '#contract/ref'
import type { Plan, PlannedCard } from '../planned-card.ts'
import { applyPreparation, type Preparation } from './apply-preparation.ts'

const BUDGET = 600
const NOBODY: Preparation = { pinned: [], places: new Map(), removed: new Map() }

type Wanted = { name: string; kind?: CardKind; seconds?: number; worth?: number }

function card({ name, kind = 'needs-you', seconds = 60, worth = 1 }: Wanted): PlannedCard {
  return {
    ...{ key: `asked:${name}`, kind, saidId: kind === 'reflect' ? null : (name as SaidId), seconds },
    ...{ postId: null, replyId: null, headline: '', line: name, facts: [], prompt: null, actions: [] },
    terms: [{ feature: 'waiting', sentence: '', points: worth }],
  }
}

function planOf(...cards: PlannedCard[]): Plan {
  const seconds = (which: PlannedCard[]) => which.reduce((sum, each) => sum + each.seconds, 0)
  const voices = cards.filter(({ kind }) => kind === 'unheard')
  return {
    ...{ cards, leftOut: [], candidateCount: cards.length },
    ...{ secondsPlanned: seconds(cards), secondsUnheard: seconds(voices) },
  }
}

const linesOf = ({ cards }: Pick<Plan, 'cards'>) => cards.map(({ line }) => line)

const kinds = fc.constantFrom<CardKind>('needs-you', 'needs-you', 'unheard', 'recognise')
const somePlan = fc
  .array(
    fc.record({ kind: kinds, seconds: fc.integer({ min: 1, max: 30 }), worth: fc.integer({ max: 9 }) }),
    {
      maxLength: 12,
    },
  )
  .map((given) => {
    const cards = given.map(({ kind, seconds, worth }, number) =>
      card({ name: `card ${number}`, kind, seconds: seconds * 5, worth }),
    )
    let left = BUDGET - 45
    const fitting = cards.filter(({ seconds }) => {
      const fits = seconds <= left
      if (fits) left -= seconds
      return fits
    })
    return planOf(...fitting, card({ name: 'reflect', kind: 'reflect', seconds: 45 }))
  })
const names = fc.constantFrom(...Array.from({ length: 16 }, (_, number) => `card ${number}`))
const somePreparation = fc
  .record({
    pinned: fc.uniqueArray(fc.tuple(names, fc.integer({ min: 1, max: 60 })), {
      selector: ([name]) => name,
      maxLength: 6,
    }),
    places: fc.array(names, { maxLength: 6 }),
    removed: fc.array(names, { maxLength: 4 }),
  })
  .map(
    ({ pinned, places, removed }): Preparation => ({
      pinned: pinned.map(([name, grains]) => ({
        ...card({ name, seconds: grains * 5 }),
        key: `pinned:${name}`,
      })),
      places: new Map(places.map((name, place) => [name as SaidId, place])),
      removed: new Map(
        removed.map((name) => [name as SaidId, { byId: 'daniel' as PersonId, reason: 'Done.' }]),
      ),
    }),
  )

const voicesIn = ({ cards }: Plan) => cards.filter(({ kind }) => kind === 'unheard')

describe('a prepared brief', () => {
  it('holds every unheard voice that it would have held, none of them later', () => {
    fc.assert(
      fc.property(somePlan, somePreparation, (plan, preparation) => {
        const prepared = applyPreparation(plan, preparation, BUDGET)
        assert.deepEqual(voicesIn(prepared), voicesIn(plan))
        assert.equal(prepared.secondsUnheard, plan.secondsUnheard)
        for (const voice of voicesIn(plan))
          assert.ok(prepared.cards.indexOf(voice) <= plan.cards.indexOf(voice))
      }),
    )
  })

  it('keeps to its minutes, and loses nothing without saying so', () => {
    fc.assert(
      fc.property(somePlan, somePreparation, (plan, preparation) => {
        const { cards, leftOut, secondsPlanned } = applyPreparation(plan, preparation, BUDGET)
        assert.ok(secondsPlanned <= BUDGET)
        assert.equal(
          secondsPlanned,
          cards.reduce((sum, { seconds }) => sum + seconds, 0),
        )
        const shown = new Set([...cards, ...leftOut.map((each) => each.card)].map(({ line }) => line))
        for (const { line } of plan.cards) assert.ok(shown.has(line))
        assert.equal(shown.size, cards.length + leftOut.length)
      }),
    )
  })

  it('is the same however often it is prepared', () => {
    fc.assert(
      fc.property(somePlan, somePreparation, (plan, preparation) => {
        const once = applyPreparation(plan, preparation, BUDGET)
        assert.deepEqual(applyPreparation(once, preparation, BUDGET), once)
      }),
    )
  })

  it('is the plan itself where nothing was prepared', () => {
    fc.assert(
      fc.property(somePlan, (plan) => {
        const { cards, leftOut } = applyPreparation(plan, NOBODY, BUDGET)
        assert.deepEqual(new Set(linesOf({ cards })), new Set(linesOf(plan)))
        assert.deepEqual(leftOut, [])
      }),
    )
  })

  it('begins with what was pinned, in order, and leaves out the least worth', () => {
    const plan = planOf(
      card({ name: 'first', worth: 5, seconds: 200 }),
      card({ name: 'voice', kind: 'unheard', seconds: 200 }),
      card({ name: 'small', worth: 1, seconds: 100 }),
      card({ name: 'reflect', kind: 'reflect', seconds: 45, worth: 0 }),
    )
    const pinned = [card({ name: 'later', seconds: 60 }), card({ name: 'sooner', seconds: 60 })]
    const places = new Map([['sooner' as SaidId, 0]])
    const prepared = applyPreparation(plan, { ...NOBODY, pinned, places }, BUDGET)
    assert.deepEqual(linesOf(prepared), ['sooner', 'voice', 'later', 'first', 'reflect'])
    assert.deepEqual(
      prepared.leftOut.map(({ card: { line }, byId }) => [line, byId]),
      [['small', null]],
    )
  })

  it('puts cards in the order given, and leaves those in their places that nobody put in order', () => {
    const plan = planOf(
      card({ name: 'a' }),
      card({ name: 'hidden' }),
      card({ name: 'b' }),
      card({ name: 'c' }),
    )
    const places = new Map(['c', 'a', 'b'].map((name, place) => [name as SaidId, place]))
    assert.deepEqual(linesOf(applyPreparation(plan, { ...NOBODY, places }, BUDGET)), [
      'c',
      'hidden',
      'a',
      'b',
    ])
  })
})
