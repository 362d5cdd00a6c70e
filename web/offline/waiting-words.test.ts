import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Act } from '#browser/offline/acts'
import { asOfSentence } from './as-of-words.ts'
import { headlineOf, listed, standingOf } from './waiting-words.ts'

function act(part: Partial<Act>): Act {
  return {
    ...{ id: 'one', order: 1, personId: 'ingrid', room: 'spaces', name: 'react', input: {}, reply: null },
    ...{ at: '2026-03-02T08:00:00Z', state: 'waits', triedAt: null, faults: 0, refusal: null },
    about: { sentence: 'Your reply', href: '/' },
    ...part,
  }
}

it('tells how many wait and how many were not done', () => {
  const refused = act({ state: 'refused' })
  assert.equal(headlineOf([act({})]), '1 waits to be sent')
  assert.equal(headlineOf([act({}), act({}), refused]), '2 wait to be sent, 1 was not done')
  assert.equal(headlineOf([refused, act({ state: 'doubtful' })]), '2 were not done')
})

it("gives the server's own sentence for what it refused", () => {
  const refusal = { code: 'thread-locked', status: 409, detail: 'This thread is locked.' }
  assert.equal(standingOf(act({ state: 'refused', refusal }), undefined), 'This thread is locked.')
  assert.match(standingOf(act({ state: 'doubtful' }), undefined), /Look there before/)
  assert.deepEqual(
    [standingOf(act({}), 'one'), standingOf(act({}), 'other')],
    ['On its way …', 'Waits for a connection.'],
  )
})

it('does not list what was done in passing', () => {
  const quiet = act({ id: 'seen', about: { sentence: '', href: '/', isQuiet: true } })
  assert.deepEqual(
    listed([quiet, act({})]).map(({ id }) => id),
    ['one'],
  )
})

it('says of when something is by the clock, and by the day where that is another one', () => {
  const at = (text: string) => new Date(`2026-03-0${text}:00`)
  assert.equal(asOfSentence(at('2T14:32'), at('2T19:00')), 'What you see here is as of 14:32.')
  assert.equal(
    asOfSentence(at('1T14:32'), at('2T09:00')),
    'What you see here is as of Sunday 1 March, 14:32.',
  )
})
