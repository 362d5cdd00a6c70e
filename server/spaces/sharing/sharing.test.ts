// Threads that stand in other spaces too, through the door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { sharing } from '#contract/sharing'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let office: SpaceId
let board: SpaceId
let gate: SpaceId

before(async () => {
  const member = await foyer.as('member')
  const executive = await foyer.as('executive')
  plant = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  office = must(await executive.write(spaces.createSpace, { name: 'Office', visibility: 'open' })).id
  board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
  const porous = { name: 'Gate', visibility: 'closed' as const, isPorous: true }
  gate = must(await executive.write(spaces.createSpace, porous)).id
  must(await executive.write(spaces.invitePerson, { spaceId: gate, personId: cast.guest.id }))
})

async function say(by: CastName, spaceId: SpaceId, body = 'Something'): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  return must(await (await foyer.as(by)).write(spaces.writePost, { spaceId, body })).id
}

async function share(by: CastName, postId: PostId, spaceId: SpaceId) {
  return (await foyer.as(by)).write(sharing.sharePost, { postId, spaceId })
}

async function unshare(by: CastName, postId: PostId, spaceId: SpaceId) {
  return (await foyer.as(by)).write(sharing.unsharePost, { postId, spaceId })
}

async function listed(who: CastName, spaceId: SpaceId, limit = 50): Promise<PostId[]> {
  const caller = await foyer.as(who)
  const ids: PostId[] = []
  let cursor: string | undefined
  do {
    const page = must(await caller.read(spaces.listPosts, { spaceId, limit, cursor }))
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

async function alsoIn(who: CastName, postId: PostId): Promise<string[]> {
  const thread = must(await (await foyer.as(who)).read(spaces.getThread, { postId }))
  return thread.post.alsoIn.map(({ name }) => name)
}

describe('a shared thread', () => {
  it('stands among those of the other space, by its newest activity, and is one thread', async () => {
    const shared = await say('member', plant, 'From the plant')
    const own = await say('executive', office)
    must(await share('steward', shared, office))
    must(await share('steward', shared, office))
    assert.deepEqual(await listed('supervisor', office, 1), [own, shared])
    foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
    must(await (await foyer.as('executive')).write(spaces.writeReply, { postId: shared, body: 'Yes' }))
    assert.deepEqual(await listed('supervisor', office, 1), [shared, own])
    const card = must(await (await foyer.as('supervisor')).read(spaces.listPosts, { spaceId: office }))
      .items[0]
    assert.deepEqual([card?.space.name, card?.replyCount], ['Plant', 1])
    assert.deepEqual(await alsoIn('supervisor', shared), ['Office'])
    const newest = { spaceId: office, order: 'newest' as const }
    const byTime = must(await (await foyer.as('supervisor')).read(spaces.listPosts, newest)).items
    assert.deepEqual(
      byTime.map(({ id }) => id),
      [own, shared],
    )
  })

  it('comes home to whoever follows the space it was shared into', async () => {
    const shared = await say('member', plant)
    const outsider = await foyer.as('outsider')
    must(await outsider.write(spaces.follow, { what: 'space', id: office }))
    must(await share('member', shared, office))
    const home = must(await outsider.read(spaces.getFeed, { limit: 50 })).items.map(({ id }) => id)
    assert.equal(home.filter((id) => id === shared).length, 1)
    must(await outsider.write(spaces.unfollow, { what: 'space', id: office }))
  })

  it('is seen by nobody who may not see it in its own space: in no list, no count, no feed', async () => {
    const before = await listed('member', office)
    const secret = await say('executive', board, 'Not for everybody')
    must(await share('executive', secret, office))
    assert.deepEqual(await listed('member', office), before)
    assert.equal((await (await foyer.as('member')).read(spaces.getThread, { postId: secret })).status, 404)
    assert.equal((await (await foyer.as('member')).read(sharing.listShares, { postId: secret })).status, 404)
    must(await (await foyer.as('outsider')).write(spaces.follow, { what: 'space', id: office }))
    const home = must(await (await foyer.as('outsider')).read(spaces.getFeed, { limit: 50 }))
    assert.ok(home.items.every(({ id }) => id !== secret))
    assert.ok((await listed('executive', office)).includes(secret))
    // Somebody who leaves the private space loses sight of the reference too.
    must(
      await (await foyer.as('executive')).write(spaces.invitePerson, {
        spaceId: board,
        personId: cast.delegate.id,
      }),
    )
    assert.ok((await listed('delegate', office)).includes(secret))
    must(await (await foyer.as('delegate')).write(spaces.leaveSpace, { id: board }))
    assert.ok(!(await listed('delegate', office)).includes(secret))
  })

  it('opens no open space to guests, and names no space that the reader may not see', async () => {
    const inside = await say('executive', plant, 'For the house')
    must(await share('executive', inside, gate))
    assert.deepEqual(await listed('guest', gate), [])
    const outside = await say('executive', gate, 'For guests too')
    must(await share('executive', outside, office))
    must(await share('executive', outside, board))
    assert.deepEqual(await alsoIn('guest', outside), [])
    assert.deepEqual(await alsoIn('executive', outside), ['Board', 'Office'])
    const guest = await foyer.as('guest')
    assert.deepEqual(must(await guest.read(sharing.listShares, { postId: outside })).items, [])
    assert.equal((await share('guest', outside, plant)).status, 404)
  })

  it('is taken out by whoever shared it, by its author and by keepers of that space, and by nobody else', async () => {
    const id = await say('member', plant)
    for (const who of ['steward', 'member', 'executive'] as const) {
      must(await share('steward', id, office))
      assert.equal((await unshare('supervisor', id, office)).problem?.code, 'not-your-share')
      must(await unshare(who, id, office))
      assert.deepEqual(await alsoIn('supervisor', id), [])
    }
    assert.equal((await unshare('member', id, office)).problem?.code, 'not-shared')
    assert.equal((await (await foyer.as('member')).read(spaces.getThread, { postId: id })).status, 200)
  })

  it('is not shared where it makes no sense, nor too often', async () => {
    const id = await say('member', plant)
    assert.equal((await share('member', id, plant)).problem?.code, 'own-space')
    assert.equal((await share('member', id, board)).status, 404)
    assert.equal((await share('member', id, gate)).status, 403)
    const member = await foyer.as('member')
    for (let number = 0; number < 10; number += 1) {
      const opened = { name: `Corner ${number}`, visibility: 'open' as const }
      must(await share('member', id, must(await member.write(spaces.createSpace, opened)).id))
    }
    assert.equal((await share('member', id, office)).problem?.code, 'too-many-shares')
    must(await member.write(spaces.deleteWords, { saidId: id as string as SaidId }))
    assert.equal((await share('member', id, office)).problem?.code, 'words-deleted')
  })
})
