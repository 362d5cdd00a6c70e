import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { Candidate } from '#platform/cards'
import { featuresOf, opensWithName, returnsOf } from './features-of.ts'
import { foldCandidates } from './fold-candidates.ts'

const at = Temporal.Instant.from('2026-03-03T08:00Z')

function candidate(key: string, more: Partial<Candidate> = {}): Candidate {
  return {
    ...{ key, kind: 'needs-you', prompt: undefined, replyId: undefined, saidId: key as SaidId },
    ...{ postId: `post of ${key}` as PostId, authorId: 'tomasz' as PersonId, title: undefined },
    ...{ at: at.subtract({ hours: 3 }), body: 'The kiln is warm.', actions: [], facts: {} },
    ...more,
  }
}

function features(card: Candidate, turns: { given: number; received: number }) {
  const reader = { name: 'Ingrid Solheim', purpose: undefined, returns: 0.5 }
  return featuresOf(card, { between: { distance: undefined, ...turns }, reader, at })
}

describe('the features of a card', () => {
  it('tell who turns to whom', () => {
    const none = features(candidate('a'), { given: 0, received: 0 })
    assert.deepEqual([none.ties, none.seldomAnswered], [0, 0])
    const often = features(candidate('a'), { given: 31, received: 40 })
    assert.deepEqual([often.ties, often.seldomAnswered], [1, 0])
    const seldom = features(candidate('a'), { given: 0, received: 12 })
    assert.deepEqual([seldom.ties, seldom.seldomAnswered], [0, 0.75])
  })

  it('measure neglect by what the reader gives others', () => {
    const turns = (given: number, received: number) => ({ distance: undefined, given, received })
    assert.equal(returnsOf([turns(4, 19), turns(0, 0)]), 0.25)
    assert.equal(returnsOf([]), 1)
    assert.equal(returnsOf([turns(90, 3)]), 1)
    assert.equal(returnsOf([turns(0, 500)]), 0.1)
  })

  it('do not hold it against a voice, nor against a helper, that they were not answered', () => {
    for (const kind of ['unheard', 'recognise'] as const) {
      assert.equal(features(candidate('a', { kind }), { given: 0, received: 6 }).seldomAnswered, 0)
    }
  })

  it('take what a machine sent for automatic, whatever it says', () => {
    const sent = candidate('a', { facts: { byMachine: true, askedByName: true } })
    assert.equal(features(sent, { given: 0, received: 1 }).automatic, 1)
    assert.equal(features(candidate('b'), { given: 0, received: 1 }).automatic, 0)
  })
})

describe('words that begin with a name', () => {
  it('are found behind a greeting, in short forms, and by the family name', () => {
    for (const opening of ['Ingrid, can you', 'Good morning Ingrid -', 'Sehr geehrte Frau Solheim,']) {
      assert.ok(opensWithName(opening, 'Ingrid Solheim'), opening)
    }
    assert.ok(opensWithName('Steve - see below', 'Steven J Kean'))
    assert.ok(opensWithName('Ana: ya está', 'Ana Ruiz'))
  })

  it('are not those that name somebody else, or only later', () => {
    assert.ok(!opensWithName('Tomasz, can you ask Ingrid?', 'Ingrid Solheim'))
    assert.ok(!opensWithName('I spoke to all of them, and Ingrid agrees', 'Ingrid Solheim'))
    assert.ok(!opensWithName('J. is away', 'Steven J Kean'))
    assert.ok(!opensWithName('', 'Ingrid Solheim'))
  })
})

describe('folding', () => {
  const keysOf = (cards: Candidate[]) => foldCandidates(cards).map(({ key }) => key)
  const sentence = 'Night shift repaints every third panel because the kiln cools down too early.'

  it('brings the same words up once, though sent twice or passed on under another subject', () => {
    const first = candidate('a', { title: 'Kiln', body: sentence })
    const again = candidate('b', { title: 'Kiln?', body: `${sentence}\n`, at })
    assert.deepEqual(keysOf([first, again]), ['b'])
  })

  it('keeps short words apart, which people say alike', () => {
    assert.deepEqual(keysOf([candidate('a', { body: 'Any news?' }), candidate('b', { body: 'Any news?' })]), [
      'a',
      'b',
    ])
  })

  it('keeps of one subject what asks by name, though something newer does not', () => {
    const asked = candidate('a', { title: 'Rota', facts: { askedByName: true } })
    assert.deepEqual(keysOf([candidate('b', { title: 'rota ', at }), asked]), ['a'])
  })
})
