// What is done with how a question stands, through the room's own door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { answers } from '#contract/answers'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
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
