import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PersonId, PostId } from '#contract/ref'
import { type Candidate, type Contribution, isOnlyOne, rankExperts } from './rank-experts.ts'

const now = Temporal.Instant.from('2026-03-02T08:00:00Z')
const [ada, ben, cleo] = ['ada', 'ben', 'cleo'] as [PersonId, PersonId, PersonId]
const said = (personId: PersonId, more: Partial<Contribution> = {}): Contribution => ({
  ...{ postId: 'q1' as PostId, personId, nearness: 1, kind: 'answer', at: now },
  ...more,
})
const person = (personId: PersonId, more: Partial<Candidate> = {}): Candidate => ({
  ...{ personId, isExecutive: false, open: 0 },
  ...more,
})
const scoreOf = (contributions: Contribution[], candidate = person(ada)) =>
  rankExperts(contributions, [candidate], now)[0]?.score

describe('who may know', () => {
  it('counts an accepted answer whole, another half and a remark a tenth', () => {
    assert.equal(scoreOf([said(ada, { kind: 'accepted' })]), 1)
    assert.equal(scoreOf([said(ada)]), 0.5)
    assert.equal(scoreOf([said(ada, { kind: 'comment' })]), 0.1)
  })

  it('counts half after a year, and half again with three questions waiting', () => {
    const aYearAgo = now.subtract({ hours: 24 * 365 })
    assert.equal(scoreOf([said(ada, { at: aYearAgo })]), 0.25)
    assert.equal(scoreOf([said(ada)], person(ada, { open: 3 })), 0.25)
    assert.equal(scoreOf([said(ada)], person(ada, { open: 6 })), 0.5 / 3)
  })

  it('counts of one question what counts most, so that ten remarks are no answer', () => {
    const remarks = Array.from({ length: 10 }, () => said(ada, { kind: 'comment' }))
    assert.equal(scoreOf(remarks), 0.1)
    assert.equal(scoreOf([...remarks, said(ada)]), 0.5)
    assert.equal(scoreOf([said(ada), said(ada, { postId: 'q2' as PostId, nearness: 0.5 })]), 0.75)
  })

  it('puts executives last, however much they answered', () => {
    const contributions = [said(ada, { kind: 'accepted' }), said(ben, { kind: 'comment' })]
    const ranked = rankExperts(contributions, [person(ada, { isExecutive: true }), person(ben)], now)
    assert.deepEqual(
      ranked.map(({ personId }) => personId),
      [ben, ada],
    )
  })

  it('tells how much somebody answered and when last, and who said nothing is none of them', () => {
    const earlier = now.subtract({ hours: 24 })
    const [one, ...more] = rankExperts(
      [said(ada, { at: earlier }), said(ada, { postId: 'q2' as PostId, kind: 'comment' })],
      [person(ada), person(cleo)],
      now,
    )
    assert.deepEqual([one?.answered, one?.spoke, String(one?.lastAt), more], [1, 2, String(earlier), []])
  })

  it('is only one where nobody else answered, whoever else remarked', () => {
    const ranked = rankExperts([said(ada), said(ben, { kind: 'comment' })], [person(ada), person(ben)], now)
    assert.deepEqual(
      [isOnlyOne(ranked, ada), isOnlyOne(ranked, ben), isOnlyOne([], ada)],
      [true, false, false],
    )
  })
})

const people = [ada, ben, cleo]
const contribution = fc.record({
  postId: fc.constantFrom('q1', 'q2', 'q3', 'q4') as fc.Arbitrary<PostId>,
  personId: fc.constantFrom(...people),
  nearness: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('accepted' as const, 'answer' as const, 'comment' as const),
  at: fc.integer({ min: 0, max: 3000 }).map((days) => now.subtract({ hours: 24 * days })),
})
const candidates = fc.tuple(
  ...people.map((personId) =>
    fc.record({ personId: fc.constant(personId), isExecutive: fc.boolean(), open: fc.nat({ max: 20 }) }),
  ),
)

describe('whoever said whatever', () => {
  it('is ranked the same in whichever order it is told', () => {
    fc.assert(
      fc.property(fc.array(contribution), candidates, fc.integer(), (contributions, persons, seed) => {
        const shuffled = contributions.toSorted(
          (one, other) => ((one.nearness * seed) % 1) - ((other.nearness * seed) % 1),
        )
        const names = (given: Contribution[]) =>
          rankExperts(given, persons.toReversed(), now).map(({ personId, score }) => [personId, score])
        assert.deepEqual(names(shuffled), names(contributions))
      }),
    )
  })

  it('has a score that is never below nothing, that more answers never lower and more waiting never raises', () => {
    fc.assert(
      fc.property(fc.array(contribution), contribution, fc.nat({ max: 20 }), (contributions, one, open) => {
        const own = { ...one, personId: ada }
        const before = scoreOf(contributions, person(ada, { open })) ?? 0
        const after = scoreOf([...contributions, own], person(ada, { open })) ?? 0
        assert.ok(before >= 0 && after >= before)
        assert.ok(
          (scoreOf([own], person(ada, { open: open + 1 })) ?? 0) <=
            (scoreOf([own], person(ada, { open })) ?? 0),
        )
      }),
    )
  })

  it('stands before every executive, unless they are one', () => {
    fc.assert(
      fc.property(fc.array(contribution), candidates, (contributions, persons) => {
        const ranks = rankExperts(contributions, persons, now).map(({ isExecutive }) => Number(isExecutive))
        assert.deepEqual(ranks, ranks.toSorted())
      }),
    )
  })
})
