import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type Act,
  afterHearing,
  type Deed,
  finished,
  merged,
  nextStep,
  waitingId,
  wantedAgain,
} from './acts.ts'

const HOUR_MS = 3_600_000

function act(part: Partial<Act>): Act {
  return {
    ...{ id: 'one', order: 1, personId: 'ingrid', room: 'spaces', name: 'writeReply', input: {} },
    ...{ at: '2026-03-02T08:00:00Z', state: 'waits', triedAt: null, faults: 0, refusal: null, reply: null },
    about: { sentence: 'Your reply', href: '/' },
    ...part,
  }
}

const problem = (status: number) => ({ problem: { code: 'any', detail: 'So it is.', status } })

describe('an act that waits', () => {
  it('goes before those that were done after it, in whichever order they lie', () => {
    const acts = [act({ id: 'b', order: 2 }), act({ id: 'a', order: 1 }), act({ id: 'c', order: 3 })]
    const step = nextStep(acts, 0)
    assert.equal(step.what === 'send' && step.act.id, 'a')
  })

  it('names what an earlier one made by the id that the server gave', () => {
    const made = act({ id: 'a', state: 'done', reply: { id: 'post-7' } })
    const reply = act({ id: 'b', order: 2, input: { postId: waitingId('a'), body: 'waiting: for you' } })
    const step = nextStep([made, reply], 0)
    assert.deepEqual(step.what === 'send' && step.input, { postId: 'post-7', body: 'waiting: for you' })
  })

  it('stays behind what it belongs to while that is refused, and lets others pass', () => {
    const post = act({ id: 'a', state: 'refused' })
    const reply = act({ id: 'b', order: 2, input: { postId: waitingId('a') } })
    const other = act({ id: 'c', order: 3 })
    const step = nextStep([post, reply, other], 0)
    assert.equal(step.what === 'send' && step.act.id, 'c')
  })

  it('is refused with a sentence once what it belongs to was taken away', () => {
    const step = nextStep([act({ id: 'b', input: { postId: waitingId('a') } })], 0)
    assert.equal(step.what === 'settle' && step.act.state, 'refused')
    assert.match((step.what === 'settle' && step.act.refusal?.detail) || '', /never sent/)
  })

  it('is not sent blindly when the server may have forgotten that it was done', () => {
    const at = (hours: number) => nextStep([act({ triedAt: 0 })], hours * HOUR_MS)
    assert.equal(at(47).what, 'send')
    const late = at(48)
    assert.equal(late.what === 'settle' && late.act.state, 'doubtful')
  })

  it('waits as long as it likes when it was never tried', () => {
    assert.equal(nextStep([act({})], 1000 * HOUR_MS).what, 'send')
  })
})

describe('an answer', () => {
  it('that never came, a session that is over and a server too busy hold all of them back', () => {
    for (const status of [0, 401, 429, 500, 503]) {
      const after = afterHearing(act({ triedAt: 5 }), problem(status))
      assert.deepEqual([after.act.state, after.goesOn], ['waits', false], String(status))
    }
  })

  it('that says no is kept beside the words, and the others go on', () => {
    for (const status of [400, 403, 404, 409, 413]) {
      const { act: told, goesOn } = afterHearing(act({}), problem(status))
      assert.deepEqual([told.state, told.refusal?.detail, goesOn], ['refused', 'So it is.', true])
      assert.deepEqual([wantedAgain(told).state, wantedAgain(told).refusal], ['waits', null])
    }
  })

  it('that is a fault is asked for again, and not for ever', () => {
    let broken = act({})
    for (let times = 0; times < 5; times += 1) broken = afterHearing(broken, problem(500)).act
    assert.equal(broken.state, 'refused')
  })
})

describe('acts that take the place of others', () => {
  const deed = (name: string, input: Act['input']): Deed => act({ id: 'next', name, input })

  it('leave what was tried alone', () => {
    const react = act({ name: 'react', input: { saidId: 's', kind: 'agree' }, triedAt: 4 })
    const next = deed('takeBackReaction', { saidId: 's', kind: 'agree' })
    assert.deepEqual(merged([react], next), { drops: [], isNeeded: true })
  })

  it('let a deed of the brief and its taking back vanish together', () => {
    const finish = act({ name: 'finishCard', input: { briefId: 'b', cardKey: 'k', action: 'later' } })
    const next = deed('reopenCard', { briefId: 'b', cardKey: 'k' })
    assert.deepEqual(merged([finish], next), { drops: ['one'], isNeeded: false })
    assert.deepEqual(merged([], next), { drops: [], isNeeded: true })
  })

  it('never change what stands in the end', () => {
    const writes = fc.record({
      name: fc.constantFrom(
        'react',
        'takeBackReaction',
        'saveWords',
        'unsaveWords',
        'markSeen',
        'writeReply',
      ),
      said: fc.constantFrom('x', 'y'),
      kind: fc.constantFrom('agree', 'thank'),
    })
    fc.assert(
      fc.property(fc.array(writes, { maxLength: 30 }), (given) => {
        const all = given.map(({ name, said, kind }, order) =>
          act({ id: String(order), order, name, input: { saidId: said, postId: said, kind, at: order } }),
        )
        let kept: Act[] = []
        for (const next of all) {
          const { drops, isNeeded } = merged(kept, next)
          kept = [...kept.filter(({ id }) => !drops.includes(id)), ...(isNeeded ? [next] : [])]
        }
        assert.deepEqual(standing(kept), standing(all))
      }),
    )
  })
})

/** What the server would hold after these acts. */
function standing(acts: readonly Act[]) {
  const reactions = new Set<string>()
  const saved = new Set<unknown>()
  const seen = new Map<unknown, unknown>()
  const replies: string[] = []
  for (const { id, name, input } of acts) {
    const reaction = `${input.saidId} ${input.kind}`
    if (name === 'react') reactions.add(reaction)
    if (name === 'takeBackReaction') reactions.delete(reaction)
    if (name === 'saveWords') saved.add(input.saidId)
    if (name === 'unsaveWords') saved.delete(input.saidId)
    if (name === 'markSeen') seen.set(input.postId, input.at)
    if (name === 'writeReply') replies.push(id)
  }
  return [[...reactions].sort(), [...saved].sort(), [...seen].sort(), replies]
}

it('what is done is kept for as long as something waits for it or somebody looks for it', () => {
  const post = act({ id: 'a', state: 'done', triedAt: 0, reply: { id: 'p' } })
  const reply = act({ id: 'b', input: { postId: waitingId('a') } })
  assert.deepEqual(finished([post, reply], HOUR_MS), [])
  assert.deepEqual(finished([post], 60_000), [])
  assert.deepEqual(finished([post], 60_001), [post])
})
