import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer, type TestFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let board: SpaceId
let desk: SpaceId

const said = (id: string) => id as SaidId

before(async () => {
  const member = await foyer.as('member')
  const executive = await foyer.as('executive')
  plant = (await member.write(spaces.createSpace, { name: 'Paint & Finish', visibility: 'open' })).body.id
  board = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body.id
  desk = (
    await executive.write(spaces.createSpace, { name: 'Front desk', visibility: 'closed', isPorous: true })
  ).body.id
})

async function post(who: Parameters<TestFoyer['as']>[0], spaceId: SpaceId, body: string): Promise<PostId> {
  const answer = await (await foyer.as(who)).write(spaces.writePost, { spaceId, body })
  assert.equal(answer.problem, undefined)
  return answer.body.id
}

describe('spaces', () => {
  it('lets everybody of the house read and write in an open space without joining', async () => {
    const id = await post('executive', plant, 'Why is the purge valve checked twice?')
    const thread = await (await foyer.as('supervisor')).read(spaces.getThread, { postId: id })
    assert.equal(thread.body.post.body, 'Why is the purge valve checked twice?')
    assert.equal(thread.body.mayReply, true)
  })

  it('does not let a private space exist for others', async () => {
    const outsider = await foyer.as('outsider')
    const answer = await outsider.read(spaces.getSpace, { id: board })
    assert.equal(answer.status, 404)
    const listed = await outsider.read(spaces.listSpaces, {})
    assert.ok(!listed.body.items.some((space) => space.id === board))
  })

  it('tells of a closed space but shows nothing said in it', async () => {
    const id = await post('executive', desk, 'Only for the desk')
    const outsider = await foyer.as('outsider')
    const space = await outsider.read(spaces.getSpace, { id: desk })
    assert.equal(space.body.may.read, false)
    assert.deepEqual(space.body.members, [])
    assert.equal((await outsider.read(spaces.getThread, { postId: id })).status, 404)
    assert.equal((await outsider.read(spaces.listPosts, { spaceId: desk })).status, 403)
  })

  it('lets guests into porous spaces only, and shows them nothing open', async () => {
    const executive = await foyer.as('executive')
    const refused = await executive.write(spaces.invitePerson, { spaceId: board, personId: cast.guest.id })
    assert.equal(refused.problem?.code, 'not-porous')
    await executive.write(spaces.invitePerson, { spaceId: desk, personId: cast.guest.id })
    const guest = await foyer.as('guest')
    const listed = await guest.read(spaces.listSpaces, {})
    assert.deepEqual(
      listed.body.items.map((space) => space.id),
      [desk],
    )
    assert.equal((await guest.read(spaces.getSpace, { id: plant })).status, 404)
  })
})

describe('threads', () => {
  it('pages replies in order both ways and lands on a linked one', async () => {
    const postId = await post('member', plant, 'Counting')
    const member = await foyer.as('member')
    const ids: string[] = []
    for (let number = 1; number <= 12; number += 1) {
      foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
      ids.push((await member.write(spaces.writeReply, { postId, body: `reply ${number}` })).body.id)
    }
    const first = await member.read(spaces.getThread, { postId, limit: 5 })
    assert.deepEqual(
      first.body.replies.map((reply) => reply.id),
      ids.slice(0, 5),
    )
    assert.equal(first.body.previousCursor, null)
    const second = await member.read(spaces.getThread, { postId, limit: 5, cursor: first.body.nextCursor! })
    assert.deepEqual(
      second.body.replies.map((reply) => reply.id),
      ids.slice(5, 10),
    )
    const back = await member.read(spaces.getThread, {
      postId,
      limit: 5,
      cursor: second.body.previousCursor!,
    })
    assert.deepEqual(
      back.body.replies.map((reply) => reply.id),
      ids.slice(0, 5),
    )
    const linked = await member.read(spaces.getThread, { postId, limit: 5, aroundReplyId: ids[9] as never })
    assert.ok(linked.body.replies.length > 0)
    const around = await member.read(spaces.getThread, { postId, limit: 20, aroundReplyId: ids[9] as never })
    assert.ok(around.body.replies.some((reply) => reply.id === ids[9]))
    assert.equal(first.body.post.replyCount, 12)
  })

  it('do not take a reply of another thread for one of theirs', async () => {
    const postId = await post('member', plant, 'Here')
    const member = await foyer.as('member')
    const other = await post('member', plant, 'There')
    const reply = (await member.write(spaces.writeReply, { postId: other, body: 'elsewhere' })).body.id
    const answer = await member.read(spaces.getThread, { postId, aroundReplyId: reply })
    assert.equal(answer.problem?.code, 'no-such-reply')
    const around = await member.read(spaces.getThread, { postId: other, aroundReplyId: reply })
    assert.equal(around.body.replies[0]?.id, reply)
  })

  it('lead to the trace of a deleted reply', async () => {
    const postId = await post('member', plant, 'Traces')
    const member = await foyer.as('member')
    const reply = (await member.write(spaces.writeReply, { postId, body: 'hasty' })).body.id
    await member.write(spaces.deleteWords, { saidId: said(reply) })
    const around = await member.read(spaces.getThread, { postId, aroundReplyId: reply })
    assert.deepEqual(
      around.body.replies.map(({ id, isDeleted, body }) => [id, isDeleted, body]),
      [[reply, true, '']],
    )
  })

  it('keeps earlier wordings, and a trace of what was deleted until undo brings it back', async () => {
    const postId = await post('member', plant, 'First wording')
    const member = await foyer.as('member')
    foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
    await member.write(spaces.editWords, { saidId: said(postId), body: 'Second wording' })
    const versions = await member.read(spaces.listVersions, { saidId: said(postId) })
    assert.deepEqual(
      versions.body.items.map((version) => version.body),
      ['First wording'],
    )
    await member.write(spaces.deleteWords, { saidId: said(postId) })
    const gone = await member.read(spaces.getThread, { postId })
    assert.equal(gone.body.post.isDeleted, true)
    assert.equal(gone.body.post.body, '')
    await member.write(spaces.restoreWords, { saidId: said(postId) })
    assert.equal((await member.read(spaces.getThread, { postId })).body.post.body, 'Second wording')
  })

  it('lets only authors change their words', async () => {
    const postId = await post('member', plant, 'Mine')
    const answer = await (await foyer.as('executive')).write(spaces.editWords, {
      saidId: said(postId),
      body: 'Hers',
    })
    assert.equal(answer.problem?.code, 'not-your-words')
  })

  it('counts each reaction of a person once and takes it back', async () => {
    const postId = await post('member', plant, 'React to this')
    const executive = await foyer.as('executive')
    await executive.write(spaces.react, { saidId: said(postId), kind: 'agree' })
    await executive.write(spaces.react, { saidId: said(postId), kind: 'agree' })
    const seen = await executive.read(spaces.getThread, { postId })
    assert.deepEqual(seen.body.post.reactions, [{ kind: 'agree', count: 1, isYours: true }])
    await executive.write(spaces.takeBackReaction, { saidId: said(postId), kind: 'agree' })
    assert.deepEqual((await executive.read(spaces.getThread, { postId })).body.post.reactions, [])
  })

  it('answers a write sent twice once', async () => {
    const postId = await post('member', plant, 'Twice')
    const member = await foyer.as('member')
    const input = { postId, body: 'once only' }
    const [one, two] = await Promise.all([
      member.write(spaces.writeReply, input, 'the-same-key-1'),
      member.write(spaces.writeReply, input, 'the-same-key-1'),
    ])
    assert.equal(one.body.id, two.body.id)
    const other = await member.write(spaces.writeReply, { postId, body: 'other' }, 'the-same-key-1')
    assert.equal(other.problem?.code, 'key-used-otherwise')
    assert.equal((await member.read(spaces.getThread, { postId })).body.replies.length, 1)
  })
})

describe('feed and search', () => {
  it('brings what followed spaces and people say, newest activity first, and nothing hidden', async () => {
    const steward = await foyer.as('steward')
    await steward.write(spaces.follow, { what: 'person', id: cast.executive.id })
    foyer.clock.now = foyer.clock.now.add({ minutes: 5 })
    const open = await post('executive', plant, 'Seen by followers')
    const hidden = await post('executive', board, 'Hidden from followers')
    const feed = await steward.read(spaces.getFeed, { limit: 50 })
    const ids = feed.body.items.map((item) => item.id)
    assert.equal(ids[0], open)
    assert.ok(!ids.includes(hidden))
  })

  it('comes with the newest activity first, or with the newest posts, on every page of it', async () => {
    const member = await foyer.as('member')
    const spaceId = (await member.write(spaces.createSpace, { name: 'Order', visibility: 'closed' })).body.id
    const ids: PostId[] = []
    for (const body of ['first', 'second', 'third', 'fourth']) {
      foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
      ids.push(await post('member', spaceId, body))
    }
    foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
    await member.write(spaces.writeReply, { postId: ids[0]!, body: 'this one moves up' })
    const paged = async (order: 'activity' | 'newest') => {
      const found: string[] = []
      let cursor: string | undefined
      do {
        const inSpace = await member.read(spaces.listPosts, { spaceId, order, limit: 3, cursor })
        const inFeed = await member.read(spaces.getFeed, { order, limit: 3, cursor })
        found.push(...inSpace.body.items.map((item) => item.opening))
        if (cursor === undefined) assert.deepEqual(inFeed.body.items, inSpace.body.items)
        cursor = inSpace.body.nextCursor ?? undefined
      } while (cursor !== undefined)
      return found
    }
    assert.deepEqual(await paged('activity'), ['first', 'fourth', 'third', 'second'])
    assert.deepEqual(await paged('newest'), ['fourth', 'third', 'second', 'first'])
  })

  it('brings threads that one follows, each once, for as long as one may see them', async () => {
    const steward = await foyer.as('steward')
    const executive = await foyer.as('executive')
    await executive.write(spaces.invitePerson, { spaceId: desk, personId: cast.steward.id })
    const open = await post('member', plant, 'Followed in the open')
    const closed = await post('executive', desk, 'Followed at the desk')
    for (const id of [open, closed]) await steward.write(spaces.follow, { what: 'thread', id })
    const idsNow = async () =>
      (await steward.read(spaces.getFeed, { limit: 50 })).body.items.map(({ id }) => id)
    const before = await idsNow()
    assert.ok(before.includes(open) && before.includes(closed))
    assert.equal(before.length, new Set(before).size)
    await steward.write(spaces.leaveSpace, { id: desk })
    assert.ok(!(await idsNow()).includes(closed))
    await steward.write(spaces.unfollow, { what: 'thread', id: open })
    assert.ok(!(await idsNow()).includes(open))
  })

  it('finds words among what one may see only', async () => {
    await post('executive', board, 'The zanzibar acquisition is secret')
    const visible = await post('executive', plant, 'No zanzibar paint this week')
    const found = await (await foyer.as('outsider')).read(spaces.search, { query: 'zanzibar acquisition' })
    assert.deepEqual(
      found.body.items.map((item) => item.postId),
      [visible],
    )
    assert.match(found.body.items[0]!.excerpt, /\ue000zanzibar\ue001/)
  })
})

describe('bad input', () => {
  it('names the field and changes nothing', async () => {
    const member = await foyer.as('member')
    const answer = await member.write(spaces.writePost, { spaceId: plant, body: '  ' })
    assert.equal(answer.status, 400)
    assert.equal(answer.problem?.fields?.[0]?.path, 'body')
    const foreign = await member.write(spaces.writePost, { spaceId: 'not-an-id' as SpaceId, body: 'x' })
    assert.equal(foreign.status, 400)
    const tooLong = await member.write(spaces.writePost, { spaceId: plant, body: 'x'.repeat(20_001) })
    assert.equal(tooLong.status, 400)
    const wrongCursor = await member.read(spaces.getFeed, { cursor: 'bm90LW91cnM' })
    assert.equal(wrongCursor.problem?.code, 'wrong-cursor')
  })
})
