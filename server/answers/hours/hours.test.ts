import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  array,
  boolean,
  constantFrom,
  assert as hold,
  integer,
  property,
  record,
  shuffledSubarray,
} from 'fast-check'
import type { PostId } from '#contract/ref'
import { inOrder, type Span, stateOf, takesQuestions, whyNotAsk, whyNotSpan } from './hours.ts'

const at = (text: string) => Temporal.Instant.from(text)
const now = at('2026-03-02T08:00:00Z')
const span = (beginsAt: string, endsAt: string): Span => ({
  opensAt: now,
  beginsAt: at(beginsAt),
  endsAt: at(endsAt),
})
const codeOf = (given: Span & { begun?: Temporal.Instant }) => whyNotSpan(given, now)?.code

describe('the times of office hours', () => {
  it('are from 15 minutes to three days, from now on and within a year', () => {
    assert.equal(codeOf(span('2026-03-02T10:00:00Z', '2026-03-02T10:15:00Z')), undefined)
    assert.equal(codeOf(span('2026-03-02T10:00:00Z', '2026-03-05T10:00:00Z')), undefined)
    assert.equal(codeOf(span('2026-03-02T10:00:00Z', '2026-03-02T10:14:00Z')), 'wrong-length')
    assert.equal(codeOf(span('2026-03-02T10:00:00Z', '2026-03-06T10:00:00Z')), 'wrong-length')
    assert.equal(codeOf(span('2026-03-02T10:00:00Z', '2026-03-02T09:00:00Z')), 'ends-before-it-begins')
    assert.equal(codeOf(span('2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z')), 'ends-before-it-begins')
    const opensLate = {
      ...span('2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z'),
      opensAt: at('2026-03-02T10:01:00Z'),
    }
    assert.equal(codeOf(opensLate), 'opens-late')
    const opensAt = at('2026-02-01T08:00:00Z')
    const past = { ...span('2026-03-01T10:00:00Z', '2026-03-01T11:00:00Z'), opensAt }
    assert.equal(codeOf(past), 'begins-in-the-past')
    assert.equal(codeOf(span('2027-04-02T10:00:00Z', '2027-04-02T11:00:00Z')), 'too-far-ahead')
  })

  it('may begin at once, and keep a beginning that is over while they go on', () => {
    const justNow = {
      ...span('2026-03-02T07:55:00Z', '2026-03-02T09:00:00Z'),
      opensAt: at('2026-03-02T07:00:00Z'),
    }
    assert.equal(codeOf(justNow), undefined)
    const long = { ...justNow, beginsAt: at('2026-03-02T07:10:00Z') }
    assert.equal(codeOf(long), 'begins-in-the-past')
    assert.equal(codeOf({ ...long, begun: long.beginsAt }), undefined)
  })

  it('are three days on the calendar also where the clocks go back, and forward, in between', () => {
    const local = (text: string) =>
      Temporal.ZonedDateTime.from(`${text}[Europe/Warsaw]`).toInstant().toString()
    assert.equal(codeOf(span(local('2026-10-24T09:00'), local('2026-10-27T09:00'))), undefined)
    assert.equal(codeOf(span(local('2026-03-28T09:00'), local('2026-03-31T09:00'))), undefined)
    assert.equal(codeOf(span(local('2026-10-24T09:00'), local('2026-10-27T10:00'))), 'wrong-length')
    // Half past two does not come that night, and the slot still lasts as long as its two ends are apart.
    assert.equal(codeOf(span(local('2026-03-29T01:50'), local('2026-03-29T03:00'))), 'wrong-length')
  })

  it('say what they are, and questions are taken from the opening to the end', () => {
    const slot = { ...span('2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z'), cancelledAt: null }
    const then = (time: string) => at(`2026-03-02T${time}:00Z`)
    assert.deepEqual(
      ['09:59', '10:00', '10:59', '11:00'].map((time) => stateOf(slot, then(time))),
      ['coming', 'on', 'on', 'over'],
    )
    assert.deepEqual(
      ['07:59', '08:00', '10:59', '11:00'].map((time) => takesQuestions(slot, then(time))),
      [false, true, true, false],
    )
    const cancelled = { ...slot, cancelledAt: now }
    assert.equal(stateOf(cancelled, then('10:30')), 'cancelled')
    assert.equal(takesQuestions(cancelled, then('10:30')), false)
    assert.equal(whyNotAsk(slot, { ofPerson: 5, inQueue: 5 }, now)?.code, 'enough-questions-of-yours')
    assert.equal(whyNotAsk(slot, { ofPerson: 0, inQueue: 200 }, now)?.code, 'queue-full')
    assert.equal(whyNotAsk(slot, { ofPerson: 4, inQueue: 199 }, now), undefined)
  })
})

describe('the queue', () => {
  const questions = array(
    record({
      postId: integer({ min: 0, max: 999 }).map(
        (number) => `post ${String(number).padStart(3, '0')}` as PostId,
      ),
      votes: integer({ min: 0, max: 4 }),
      isSkipped: boolean(),
      standing: constantFrom('waiting' as const, 'answered' as const, 'set-aside' as const),
      minute: integer({ min: 0, max: 5 }),
    }),
    { maxLength: 12 },
  ).map((some) => [...new Map(some.map((each) => [each.postId, each])).values()])
  type Question = { minute: number }
  const askedAt = ({ minute }: Question) => now.add({ minutes: minute })

  it('has the most wanted first and the earlier among those as wanted, in whichever order it is read', () => {
    hold(
      property(
        questions.chain((some) =>
          shuffledSubarray(some, { minLength: some.length }).map((other) => ({ some, other })),
        ),
        ({ some, other }) => {
          const order = inOrder(some, askedAt)
          assert.deepEqual(inOrder(other, askedAt), order)
          assert.deepEqual(new Set(order), new Set(some))
          const waiting = order.filter(({ standing, isSkipped }) => standing === 'waiting' && !isSkipped)
          assert.deepEqual(order.slice(0, waiting.length), waiting)
          for (const [index, each] of waiting.entries()) {
            const next = waiting[index + 1]
            if (next === undefined) continue
            assert.ok(each.votes > next.votes || (each.votes === next.votes && each.minute <= next.minute))
          }
        },
      ),
    )
  })

  it('lets nothing fall behind by one more vote', () => {
    hold(
      property(questions, integer({ min: 0, max: 11 }), (some, index) => {
        const chosen = some[index]
        if (chosen === undefined) return
        const placeIn = (list: typeof some) =>
          inOrder(list, askedAt).findIndex(({ postId }) => postId === chosen.postId)
        const wanted = some.map((each) => (each === chosen ? { ...each, votes: each.votes + 1 } : each))
        assert.ok(placeIn(wanted) <= placeIn(some))
      }),
    )
  })
})
