// What stands on top of a space, through the door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { startFoyer } from '#testing/foyer'
import { PINNED_MAX } from './pins.ts'

const foyer = await startFoyer()
let kept: SpaceId

before(async () => {
  const executive = await foyer.as('executive')
  kept = (await executive.write(spaces.createSpace, { name: 'Kept', visibility: 'open' })).body.id
  await (await foyer.as('member')).write(spaces.joinSpace, { id: kept })
})

async function say(body: string, spaceId = kept): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  return (await (await foyer.as('executive')).write(spaces.writePost, { spaceId, body })).body.id
}

async function pinned(spaceId = kept): Promise<PostId[]> {
  const { body } = await (await foyer.as('outsider')).read(spaces.listPinned, { spaceId })
  return body.items.map(({ id }) => id)
}

describe('pins', () => {
  it('are set and taken off by keepers, and the last pinned stands first', async () => {
    const executive = await foyer.as('executive')
    const [one, two] = [await say('one'), await say('two')]
    for (const postId of [two, one]) {
      foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
      await executive.write(spaces.pinPost, { postId })
    }
    foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
    await executive.write(spaces.pinPost, { postId: two })
    assert.deepEqual(await pinned(), [one, two], 'pinning again changes nothing')
    assert.equal((await executive.read(spaces.getThread, { postId: one })).body.post.isPinned, true)
    for (const postId of [one, one, two]) {
      assert.equal((await executive.write(spaces.unpinPost, { postId })).status, 200)
    }
    assert.deepEqual(await pinned(), [])
  })

  it('are refused to those who do not keep the space, and do not exist where one may not read', async () => {
    const postId = await say('keepers only')
    const member = await foyer.as('member')
    assert.equal((await member.write(spaces.pinPost, { postId })).problem?.code, 'keepers-only')
    assert.equal((await member.write(spaces.unpinPost, { postId })).problem?.code, 'keepers-only')
    assert.equal((await member.read(spaces.getThread, { postId })).body.post.may.pin, false)
    const executive = await foyer.as('executive')
    assert.equal((await executive.read(spaces.getThread, { postId })).body.post.may.pin, true)
    const hidden = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body
      .id
    const secret = await say('secret', hidden)
    assert.equal((await member.write(spaces.pinPost, { postId: secret })).status, 404)
    assert.equal((await member.read(spaces.listPinned, { spaceId: hidden })).status, 404)
  })

  it('leave with the post, and a deleted post cannot be pinned', async () => {
    const executive = await foyer.as('executive')
    const postId = await say('soon gone')
    await executive.write(spaces.pinPost, { postId })
    const saidId = postId as string as SaidId
    await executive.write(spaces.deleteWords, { saidId })
    assert.deepEqual(await pinned(), [])
    assert.equal((await executive.write(spaces.pinPost, { postId })).problem?.code, 'words-deleted')
    await executive.write(spaces.restoreWords, { saidId })
    assert.deepEqual(await pinned(), [postId])
    await executive.write(spaces.unpinPost, { postId })
  })

  it('are ten at the most, also when keepers pin at the same moment', async () => {
    const executive = await foyer.as('executive')
    const ids = await Promise.all(
      Array.from({ length: PINNED_MAX + 3 }, (_, number) => say(`post ${number}`)),
    )
    const answers = await Promise.all(ids.map((postId) => executive.write(spaces.pinPost, { postId })))
    const refused = answers.filter(({ problem }) => problem !== undefined)
    assert.equal((await pinned()).length, PINNED_MAX)
    assert.deepEqual(
      refused.map(({ problem }) => problem?.code),
      ['pins-full', 'pins-full', 'pins-full'],
    )
  })
})
