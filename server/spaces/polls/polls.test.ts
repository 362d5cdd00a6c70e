// Polls, through the door.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { GivenPoll } from '#contract/polls'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import type { CastName } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const executive = await foyer.as('executive')
const plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
const VOTERS = ['member', 'delegate', 'supervisor', 'steward', 'outsider'] as const satisfies CastName[]

type Asked = Partial<GivenPoll> & { spaceId?: SpaceId }

async function ask({ spaceId = plant, ...more }: Asked = {}): Promise<PostId> {
  const poll = { question: 'Which day?', options: ['Monday', 'Friday', 'Never'], ...more }
  return must(await executive.write(spaces.writePost, { spaceId, body: 'For the walk.', poll })).id
}

const vote = async (who: CastName, postId: PostId, ...choices: number[]) =>
  (await foyer.as(who)).write(spaces.vote, { postId, choices })
const seenBy = async (who: CastName, postId: PostId) =>
  must(await (await foyer.as(who)).read(spaces.getThread, { postId })).post.poll
const inMinutes = (minutes: number) => foyer.clock.now.add({ minutes }).toString()

describe('a poll', () => {
  it('tells whoever voted how many chose what, and whoever did not how many answered', async () => {
    const postId = await ask()
    must(await vote('member', postId, 1))
    const own = must(await vote('delegate', postId, 0))
    assert.deepEqual([own.answered, own.yours, own.counts], [2, [0], [1, 1, 0]])
    const other = await seenBy('outsider', postId)
    assert.deepEqual([other?.answered, other?.yours, other?.counts], [2, [], null])
    const author = await seenBy('executive', postId)
    assert.deepEqual([author?.counts, author?.may], [null, { vote: true, close: true, change: false }])
  })

  it('is voted in, voted otherwise and taken back, and one person counts once', async () => {
    const postId = await ask()
    must(await vote('member', postId, 0))
    assert.deepEqual(must(await vote('member', postId, 2)).counts, [0, 0, 1])
    const none = must(await (await foyer.as('member')).write(spaces.takeBackVote, { postId }))
    assert.deepEqual([none.answered, none.yours, none.counts], [0, [], null])
  })

  it('takes several choices only where it says so, and no option that it has not', async () => {
    const one = await ask()
    assert.equal((await vote('member', one, 0, 1)).problem?.code, 'one-choice')
    assert.equal((await vote('member', one, 3)).problem?.code, 'no-such-option')
    assert.equal((await vote('member', one)).problem?.code, 'wrong-input')
    const several = await ask({ takesSeveral: true })
    assert.deepEqual(must(await vote('member', several, 2, 0)).counts, [1, 0, 1])
    assert.equal((await vote('member', several, 0, 0)).problem?.code, 'wrong-input')
  })

  it('shows its results to nobody before it is closed, where it says so, its author included', async () => {
    const postId = await ask({ shows: 'at-close', closesAt: inMinutes(10) })
    for (const who of ['executive', 'member'] as const) {
      assert.equal(must(await vote(who, postId, 1)).counts, null)
    }
    foyer.clock.now = foyer.clock.now.add({ minutes: 10 })
    assert.equal((await vote('delegate', postId, 1)).problem?.code, 'poll-closed', 'before anybody noted it')
    await foyer.runJobs()
    const closed = await seenBy('outsider', postId)
    assert.deepEqual([closed?.isClosed, closed?.counts, closed?.may.vote], [true, [0, 2, 0], false])
  })

  it('is closed early by its author alone, and stays closed', async () => {
    const postId = await ask({ closesAt: inMinutes(60) })
    must(await vote('member', postId, 1))
    assert.equal(
      (await (await foyer.as('member')).write(spaces.closePoll, { postId })).problem?.code,
      'not-your-words',
    )
    assert.deepEqual(must(await executive.write(spaces.closePoll, { postId })).counts, [0, 1, 0])
    for (const answer of [
      await executive.write(spaces.closePoll, { postId }),
      await vote('member', postId, 0),
      await (await foyer.as('member')).write(spaces.takeBackVote, { postId }),
    ]) {
      assert.equal(answer.problem?.code, 'poll-closed')
    }
  })

  it('can be changed by its author until somebody votes, and then no more', async () => {
    const postId = await ask()
    const poll = { options: ['Yes', 'No'] }
    const changed = must(await executive.write(spaces.changePoll, { postId, poll }))
    assert.deepEqual([changed.question, changed.options], [null, ['Yes', 'No']])
    assert.equal((await vote('member', postId, 2)).problem?.code, 'no-such-option')
    must(await vote('member', postId, 1))
    assert.equal((await executive.write(spaces.changePoll, { postId, poll })).problem?.code, 'already-voted')
    assert.equal(
      (await (await foyer.as('member')).write(spaces.changePoll, { postId, poll })).problem?.code,
      'not-your-words',
    )
  })

  it('has two to ten different options, and closes in the time to come', async () => {
    const options = (count: number) => Array.from({ length: count }, (_, number) => `Option ${number}`)
    const tryPoll = async (poll: Partial<GivenPoll>) =>
      (
        await executive.write(spaces.writePost, {
          ...{ spaceId: plant, body: 'Now?' },
          poll: { options: options(2), ...poll },
        })
      ).problem?.code
    for (const wrong of [options(1), options(11), ['Yes', ' Yes '], ['Yes', ' ']]) {
      assert.equal(await tryPoll({ options: wrong }), 'wrong-input')
    }
    assert.equal(await tryPoll({ closesAt: inMinutes(0) }), 'closes-in-the-past')
    assert.equal(await tryPoll({ closesAt: inMinutes(60 * 24 * 400) }), 'closes-too-late')
    assert.equal(await tryPoll({ options: options(10) }), undefined)
  })

  it('takes odd characters in its words as any post does', async () => {
    const postId = await ask({ question: 'Half \ud800?', options: ['\udc00', 'a\\ud800', '☃'] })
    const poll = await seenBy('member', postId)
    assert.deepEqual([poll?.question, poll?.options], ['Half \ufffd?', ['\ufffd', 'a\\ud800', '☃']])
  })

  it('goes with its post when that is deleted, and comes back with it', async () => {
    const postId = await ask()
    must(await vote('member', postId, 1))
    must(await executive.write(spaces.deleteWords, { saidId: postId as string as SaidId }))
    assert.equal(await seenBy('member', postId), null)
    assert.equal((await vote('member', postId, 0)).problem?.code, 'no-such-poll')
    must(await executive.write(spaces.restoreWords, { saidId: postId as string as SaidId }))
    assert.deepEqual((await seenBy('member', postId))?.counts, [0, 1, 0])
  })

  it('does not exist where one may not read, and is glimpsed in lists', async () => {
    const spaceId = must(
      await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' }),
    ).id
    const hidden = await ask({ spaceId })
    const nothing = await vote(
      'member',
      must(await executive.write(spaces.writePost, { spaceId: plant, body: 'No poll' })).id,
      0,
    )
    const refused = await vote('member', hidden, 0)
    assert.deepEqual([refused.status, refused.problem?.detail], [nothing.status, nothing.problem?.detail])
    must(await vote('executive', hidden, 0))
    const [card] = must(await executive.read(spaces.listPosts, { spaceId })).items
    assert.deepEqual(card?.poll, { closesAt: null, isClosed: false, answered: 1 })
  })

  it('tells an open page of every vote, to each as they may see it and to none who voted', async () => {
    const postId = await ask()
    must(await vote('delegate', postId, 0))
    const [voter, waiting] = await Promise.all(
      (['delegate', 'outsider'] as const).map(async (who) => (await foyer.as(who)).listen({ postId })),
    )
    must(await vote('member', postId, 1))
    const heard = async (ear: typeof voter) => {
      // What was voted just before somebody came to listen may be told to them too.
      const events = await ear?.until(
        (event) => event.what === 'words-changed' && event.post?.poll?.answered === 2,
      )
      const event = events?.at(-1)
      return event?.what === 'words-changed' ? event.post?.poll : undefined
    }
    const [told, untold] = [await heard(voter), await heard(waiting)]
    assert.deepEqual([told?.counts, told?.yours], [[1, 1, 0], [0]])
    assert.deepEqual([untold?.counts, untold?.answered], [null, 2])
    await Promise.all([voter?.close(), waiting?.close()])
  })

  it('counts what people chose last, whatever they did before and in whatever order', async () => {
    const step = fc.record({
      who: fc.constantFrom(...VOTERS),
      choices: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const postId = await ask({ takesSeveral: true })
        const last = new Map<CastName, number[]>()
        for (const { who, choices } of steps) {
          const caller = await foyer.as(who)
          if (choices.length === 0) must(await caller.write(spaces.takeBackVote, { postId }))
          else must(await vote(who, postId, ...choices))
          last.set(who, choices)
        }
        const chosen = [...last.values()].filter(({ length }) => length > 0)
        const { counts, answered } = must(await executive.write(spaces.closePoll, { postId }))
        assert.equal(answered, chosen.length)
        assert.deepEqual(
          counts,
          [0, 1, 2].map((number) => chosen.filter((each) => each.includes(number)).length),
        )
      }),
      { numRuns: 12 },
    )
  })
})
