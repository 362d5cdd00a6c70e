// Locking and moving threads, through the door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { moderation } from '#contract/moderation'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let floor: SpaceId
let circle: SpaceId

before(async () => {
  const keeper = await foyer.as('plantManager')
  floor = must(await keeper.write(spaces.createSpace, { name: 'Floor', visibility: 'open' })).id
  circle = must(await keeper.write(spaces.createSpace, { name: 'Circle', visibility: 'private' })).id
  must(await keeper.write(spaces.invitePerson, { spaceId: circle, personId: cast.member.id }))
})

const codeOf = ({ problem }: { problem: { code: string } | undefined }) => problem?.code

async function begin(spaceId: SpaceId): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  const member = await foyer.as('member')
  const body = 'About the #turbine'
  const postId = must(await member.write(spaces.writePost, { spaceId, body, title: 'Turbine' })).id
  must(await member.write(spaces.writeReply, { postId, body: 'And the #boiler' }))
  return postId
}

describe('a locked thread', () => {
  it('takes no reply and says who locked it and why; reactions stay; unlocking opens it', async () => {
    const postId = await begin(floor)
    const [keeper, member] = [await foyer.as('plantManager'), await foyer.as('member')]
    must(await keeper.write(moderation.lockThread, { postId, sentence: 'It is decided.' }))
    const thread = must(await member.read(spaces.getThread, { postId }))
    assert.deepEqual(
      [thread.mayReply, thread.post.isLocked, thread.lock?.by.id, thread.lock?.reason],
      [false, true, cast.plantManager.id, 'It is decided.'],
    )
    const refused = await member.write(spaces.writeReply, { postId, body: 'But' })
    assert.deepEqual(
      [refused.status, refused.problem?.detail],
      [409, 'This thread is locked: It is decided.'],
    )
    must(await member.write(spaces.react, { saidId: postId as string as SaidId, kind: 'curious' }))
    must(await keeper.write(moderation.unlockThread, { postId }))
    must(await member.write(spaces.writeReply, { postId, body: 'But' }))
  })

  it('is locked by nobody but keepers and stewards', async () => {
    const postId = await begin(floor)
    const lock = { postId, sentence: 'Enough.' }
    assert.equal(
      codeOf(await (await foyer.as('member')).write(moderation.lockThread, lock)),
      'moderators-only',
    )
    must(await (await foyer.as('steward')).write(moderation.lockThread, lock))
    const hidden = await begin(circle)
    assert.equal(
      codeOf(await (await foyer.as('steward')).write(moderation.lockThread, { ...lock, postId: hidden })),
      'no-such-thread',
    )
  })
})

describe('moving a thread', () => {
  it('never lets others read it unless whoever moves it was told so', async () => {
    const postId = await begin(circle)
    const keeper = await foyer.as('plantManager')
    const plan = must(await keeper.read(moderation.planMove, { postId, spaceId: floor }))
    assert.deepEqual([plan.gains.isEverybody, plan.loses.count], [true, 0])
    assert.equal(codeOf(await keeper.write(moderation.moveThread, { postId, spaceId: floor })), 'widens')
    const executive = await foyer.as('executive')
    assert.equal(codeOf(await executive.read(spaces.getThread, { postId })), 'no-such-thread')
    must(await keeper.write(moderation.moveThread, { postId, spaceId: floor, mayWiden: true }))
    assert.equal(must(await executive.read(spaces.getThread, { postId })).post.space.id, floor)
    const found = must(await executive.read(spaces.search, { query: 'topic:boiler' })).items
    assert.ok(found.some((each) => each.postId === postId))
  })

  it('takes it out of sight with all in it for those who may not read the other space', async () => {
    const postId = await begin(floor)
    const [keeper, executive] = [await foyer.as('plantManager'), await foyer.as('executive')]
    must(await executive.write(spaces.follow, { what: 'thread', id: postId }))
    const plan = must(await keeper.read(moderation.planMove, { postId, spaceId: circle }))
    assert.deepEqual([plan.loses.isEverybody, plan.gains.count, plan.gains.isEverybody], [true, 0, false])
    must(await keeper.write(moderation.moveThread, { postId, spaceId: circle }))
    assert.equal(codeOf(await executive.read(spaces.getThread, { postId })), 'no-such-thread')
    const feed = must(await executive.read(spaces.getFeed, {})).items
    assert.equal(
      feed.some(({ id }) => id === postId),
      false,
    )
    const found = must(await executive.read(spaces.search, { query: 'from:Tomasz topic:boiler' })).items
    assert.equal(
      found.some((each) => each.postId === postId),
      false,
    )
    must(await (await foyer.as('member')).read(spaces.getThread, { postId }))
  })

  it('is for those who keep both spaces, and for stewards who read both', async () => {
    const postId = await begin(floor)
    const member = await foyer.as('member')
    assert.equal(
      codeOf(await member.write(moderation.moveThread, { postId, spaceId: circle })),
      'moderators-only',
    )
    const steward = await foyer.as('steward')
    assert.equal(
      codeOf(await steward.write(moderation.moveThread, { postId, spaceId: circle })),
      'no-such-space',
    )
  })
})
