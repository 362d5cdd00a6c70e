// What is done with how a question stands, through the room's own door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { moderation } from '#contract/moderation'
import type { PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId

before(async () => {
  plant = must(
    await (await foyer.as('plantManager')).write(spaces.createSpace, { name: 'Plant', visibility: 'open' }),
  ).id
})

async function ask(spaceId = plant, who: CastName = 'member'): Promise<PostId> {
  const body = 'Who may stop line 3 at night?'
  return must(await (await foyer.as(who)).write(spaces.writePost, { spaceId, kind: 'question', body })).id
}

async function reply(postId: PostId, who: CastName = 'executive'): Promise<ReplyId> {
  return must(await (await foyer.as(who)).write(spaces.writeReply, { postId, body: 'The shift supervisor.' }))
    .id
}

const accept = async (who: CastName, postId: PostId, replyId: ReplyId) =>
  (await foyer.as(who)).write(answers.acceptAnswer, { postId, replyId })
const standing = async (postId: PostId, who: CastName = 'member') =>
  must(await (await foyer.as(who)).read(answers.getQuestion, { postId }))

/** A question of the member's, answered by the executive. */
async function answered(): Promise<{ postId: PostId; replyId: ReplyId }> {
  const postId = await ask()
  const replyId = await reply(postId)
  must(await accept('member', postId, replyId))
  return { postId, replyId }
}

describe('an answer', () => {
  it('is accepted by the asker; its author answers for it, and looks at it again after 180 days', async () => {
    const { postId, replyId } = await answered()
    const held = await standing(postId, 'outsider')
    assert.equal(held.state, 'answered')
    assert.equal(held.answer?.replyId, replyId)
    assert.equal(held.answer?.author.id, cast.executive.id)
    assert.equal(held.answer?.acceptedBy.id, cast.member.id)
    assert.equal(held.owner?.id, cast.executive.id)
    assert.equal(held.reviewOn, '2026-08-29')
    assert.deepEqual(held.may, { accept: false, review: false, lead: false, wait: true })
  })

  it('is accepted by stewards, keepers of the space and the owner too, and by nobody else', async () => {
    for (const who of ['steward', 'plantManager', 'member'] as const) {
      const postId = await ask()
      assert.equal((await accept(who, postId, await reply(postId))).status, 200, who)
      const other = await reply(postId, 'delegate')
      assert.equal((await accept('executive', postId, other)).body.owner?.id, cast.delegate.id, 'the owner')
    }
    const postId = await ask()
    for (const who of ['outsider', 'administrator', 'executive'] as const) {
      assert.equal((await accept(who, postId, await reply(postId))).problem?.code, 'not-yours-to-accept')
    }
    assert.equal((await standing(postId)).state, 'open')
  })

  it('is a reply of the same thread, and one at a time', async () => {
    const { postId } = await answered()
    const elsewhere = await reply(await ask())
    assert.equal((await accept('member', postId, elsewhere)).problem?.code, 'no-such-reply')
    const own = postId as string as ReplyId
    assert.equal((await accept('member', postId, own)).problem?.code, 'no-such-reply')
    const other = await reply(postId, 'supervisor')
    assert.equal(must(await accept('member', postId, other)).answer?.replyId, other)
  })
})

describe('an accepted answer', () => {
  it('that is deleted or hidden is none, nobody answers for it, and it is one again once it is back', async () => {
    const keeper = await foyer.as('plantManager')
    const author = await foyer.as('executive')
    const ways = [
      [
        (saidId: SaidId) => author.write(spaces.deleteWords, { saidId }),
        (saidId: SaidId) => author.write(spaces.restoreWords, { saidId }),
      ],
      [
        (saidId: SaidId) => keeper.write(moderation.hideWords, { saidId, reason: 'private' }),
        (saidId: SaidId) => keeper.write(moderation.restoreHidden, { saidId }),
      ],
    ] as const
    for (const [remove, bringBack] of ways) {
      const { postId, replyId } = await answered()
      const saidId = replyId as string as SaidId
      assert.equal((await remove(saidId)).status, 200)
      const { state, answer, owner, reviewOn } = await standing(postId)
      assert.deepEqual([state, answer, owner, reviewOn], ['open', null, null, null])
      assert.equal((await confirm('executive', postId)).problem?.code, 'not-yours-to-review')
      assert.equal((await bringBack(saidId)).status, 200)
      assert.equal((await standing(postId)).answer?.replyId, replyId)
    }
  })

  it('stays one in a locked thread, where one may still be accepted and waited for', async () => {
    const postId = await ask()
    const replyId = await reply(postId)
    must(
      await (await foyer.as('plantManager')).write(moderation.lockThread, {
        postId,
        sentence: 'All is said.',
      }),
    )
    assert.equal(must(await accept('member', postId, replyId)).state, 'answered')
    assert.equal(must(await (await foyer.as('delegate')).write(answers.wantToKnow, { postId })).youWait, true)
  })

  it('is taken back by whoever may accept one, and the question is open', async () => {
    const { postId } = await answered()
    const outsider = await foyer.as('outsider')
    assert.equal(
      (await outsider.write(answers.takeBackAcceptance, { postId })).problem?.code,
      'not-yours-to-accept',
    )
    const open = must(await (await foyer.as('member')).write(answers.takeBackAcceptance, { postId }))
    assert.deepEqual([open.state, open.answer, open.owner, open.reviewOn], ['open', null, null, null])
    must(await (await foyer.as('member')).write(answers.takeBackAcceptance, { postId }))
  })

  it('is the later one of two that are accepted at once, with its own author to answer for it', async () => {
    const postId = await ask()
    const [one, other] = [await reply(postId), await reply(postId, 'delegate')]
    const both = await Promise.all([accept('member', postId, one), accept('steward', postId, other)])
    for (const each of both) assert.equal(each.status, 200)
    const { answer, owner } = await standing(postId)
    assert.ok(answer !== null)
    assert.equal(owner?.id, answer.author.id)
    assert.equal(answer.acceptedBy.id, answer.replyId === one ? cast.member.id : cast.steward.id)
  })

  it('accepted once more stays as it is, the day of its review included', async () => {
    const { postId, replyId } = await answered()
    must(await (await foyer.as('executive')).write(answers.setReview, { postId, reviewOn: '2026-04-01' }))
    assert.equal(must(await accept('member', postId, replyId)).reviewOn, '2026-04-01')
  })
})

const confirm = async (who: CastName, postId: PostId) =>
  (await foyer.as(who)).write(answers.confirmStillTrue, { postId })

describe('a review', () => {
  it('is set by the owner or a steward, for a day to come and somebody who may read the question', async () => {
    const { postId } = await answered()
    const executive = await foyer.as('executive')
    assert.equal(
      must(await executive.write(answers.setReview, { postId, reviewOn: '2026-03-03' })).reviewOn,
      '2026-03-03',
    )
    const past = await executive.write(answers.setReview, { postId, reviewOn: '2026-03-02' })
    assert.equal(past.problem?.code, 'review-not-ahead')
    const ownerId = cast.delegate.id
    assert.equal(must(await executive.write(answers.setReview, { postId, ownerId })).owner?.id, ownerId)
    assert.equal(
      (await executive.write(answers.setReview, { postId, ownerId })).problem?.code,
      'not-yours-to-review',
    )
    const steward = await foyer.as('steward')
    must(await steward.write(answers.setReview, { postId, ownerId: cast.executive.id }))
    const guest = await steward.write(answers.setReview, { postId, ownerId: cast.guest.id })
    assert.equal(guest.problem?.code, 'owner-cannot-read')
    assert.equal((await steward.write(answers.setReview, { postId })).problem?.code, 'wrong-input')
    const open = await steward.write(answers.setReview, { postId: await ask(), reviewOn: '2026-05-01' })
    assert.equal(open.problem?.code, 'not-answered')
  })

  it('that is overdue makes the answer out of date, until its owner finds it still true', async () => {
    const { postId } = await answered()
    await sql`update answers.question set review_on = '2026-03-01' where post_id = ${postId}`.execute(
      foyer.db,
    )
    assert.equal((await standing(postId)).state, 'out-of-date')
    assert.equal((await confirm('member', postId)).problem?.code, 'not-yours-to-review')
    const held = must(await confirm('executive', postId))
    assert.deepEqual([held.state, held.reviewOn], ['answered', '2026-08-29'])
  })
})

describe('an answer that another one replaces', () => {
  const lead = async (postId: PostId, byPostId: PostId | null, who: CastName = 'steward') =>
    (await foyer.as(who)).write(answers.supersede, { postId, byPostId })

  it('leads to the other question, by its owner or a steward, and stops doing so', async () => {
    const [one, other] = [(await answered()).postId, (await answered()).postId]
    assert.equal((await lead(one, other, 'member')).problem?.code, 'not-yours-to-review')
    const held = must(await lead(one, other, 'executive'))
    assert.deepEqual([held.state, held.supersededBy?.postId], ['superseded', other])
    assert.equal(must(await lead(one, null)).state, 'answered')
  })

  it('never leads in a circle, nor to itself, nor to what has no answer', async () => {
    const chain = [(await answered()).postId, (await answered()).postId, (await answered()).postId] as const
    must(await lead(chain[0], chain[1]))
    must(await lead(chain[1], chain[2]))
    assert.equal((await lead(chain[2], chain[0])).problem?.code, 'superseded-in-a-circle')
    assert.equal((await lead(chain[2], chain[2])).problem?.code, 'supersedes-itself')
    assert.equal((await lead(chain[2], await ask())).problem?.code, 'other-not-answered')
    const [a, b] = [(await answered()).postId, (await answered()).postId]
    const both = await Promise.all([lead(a, b), lead(b, a)])
    assert.deepEqual(both.map(({ problem }) => problem?.code).toSorted(), [
      'superseded-in-a-circle',
      undefined,
    ])
  })

  it('never leads where not everybody who reads it may read, and holds again once the other one is deleted', async () => {
    const steward = await foyer.as('steward')
    const few = must(await steward.write(spaces.createSpace, { name: 'Few', visibility: 'private' })).id
    const secret = await ask(few, 'steward')
    must(await accept('steward', secret, await reply(secret, 'steward')))
    const { postId } = await answered()
    assert.equal((await lead(postId, secret)).problem?.code, 'not-read-by-all')
    const { postId: other } = await answered()
    must(await lead(secret, other))
    must(await (await foyer.as('member')).write(spaces.deleteWords, { saidId: other as string as SaidId }))
    assert.equal((await standing(secret, 'steward')).state, 'answered')
    assert.equal((await lead(postId, other)).problem?.code, 'no-such-question')
    assert.equal((await lead(secret, postId, 'executive')).problem?.code, 'no-such-question')
  })
})

it('a guest who asked accepts an answer, and one who may not read the question finds none', async () => {
  const keeper = await foyer.as('plantManager')
  const input = { name: 'Suppliers', visibility: 'closed', isPorous: true } as const
  const shared = must(await keeper.write(spaces.createSpace, input)).id
  must(await keeper.write(spaces.invitePerson, { spaceId: shared, personId: cast.guest.id }))
  const postId = await ask(shared, 'guest')
  const replyId = await reply(postId, 'plantManager')
  assert.equal(must(await accept('guest', postId, replyId)).state, 'answered')
  const { postId: hidden, replyId: elsewhere } = await answered()
  const guest = await foyer.as('guest')
  assert.equal((await accept('guest', hidden, elsewhere)).problem?.code, 'no-such-question')
  assert.equal((await guest.write(answers.wantToKnow, { postId: hidden })).problem?.code, 'no-such-question')
})

it('a page that stands open hears that the question stands otherwise, and whoever may not read it hears nothing', async () => {
  const keeper = await foyer.as('plantManager')
  const few = must(await keeper.write(spaces.createSpace, { name: 'Few', visibility: 'private' })).id
  const postId = await ask(few, 'plantManager')
  const replyId = await reply(postId, 'plantManager')
  const reader = await keeper.listen({ postId })
  const stranger = await (await foyer.as('outsider')).listen({ postId })
  must(await accept('plantManager', postId, replyId))
  const heard = await reader.until(({ what }) => what === 'question-changed')
  assert.deepEqual(heard.at(-1), { what: 'question-changed', postId })
  await reader.close()
  // What is told to somebody alone comes after all that was told before it.
  await sql`select platform.tell(${JSON.stringify({ what: 'platform/people-told', event: 'notices-changed', to: cast.outsider.id })})`.execute(
    foyer.db,
  )
  const others = await stranger.until(({ what }) => what === 'notices-changed')
  assert.ok(!others.some(({ what }) => what === 'question-changed'))
  await stranger.close()
})
