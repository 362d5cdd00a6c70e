// What is new for whom, through the door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { addArchivedWords } from './archive-words.ts'
import { addArchivedSpaces } from './archived-spaces.ts'

const foyer = await startFoyer()
let floor: SpaceId

before(async () => {
  const member = await foyer.as('member')
  floor = (await member.write(spaces.createSpace, { name: 'Shop floor', visibility: 'open' })).body.id
  await (await foyer.as('executive')).write(spaces.joinSpace, { id: floor })
})

function later(minutes = 1): void {
  foyer.clock.now = foyer.clock.now.add({ minutes })
}

async function say(who: CastName, body = 'Something', spaceId = floor): Promise<PostId> {
  later()
  const answer = await (await foyer.as(who)).write(spaces.writePost, { spaceId, body })
  assert.equal(answer.problem, undefined)
  return answer.body.id
}

async function reply(who: CastName, postId: PostId): Promise<{ id: ReplyId; at: string }> {
  later()
  const answer = await (await foyer.as(who)).write(spaces.writeReply, { postId, body: 'A reply' })
  assert.equal(answer.problem, undefined)
  return answer.body
}

async function see(who: CastName, postId: PostId, at = foyer.clock.now.toString()): Promise<void> {
  assert.equal((await (await foyer.as(who)).write(spaces.markSeen, { postId, at })).status, 200)
}

async function inFeed(who: CastName, postId: PostId): Promise<[isNew: boolean, newCount: number]> {
  const { body } = await (await foyer.as(who)).read(spaces.getFeed, { limit: 50 })
  const card = body.items.find(({ id }) => id === postId)
  assert.ok(card !== undefined)
  return [card.isNew, card.newCount]
}

async function thread(who: CastName, postId: PostId) {
  return (await (await foyer.as(who)).read(spaces.getThread, { postId })).body
}

async function spaceHasNew(who: CastName, id = floor): Promise<boolean> {
  const caller = await foyer.as(who)
  const { hasNew } = (await caller.read(spaces.getSpace, { id })).body
  const listed = (await caller.read(spaces.listSpaces, { limit: 50 })).body.items.find((one) => one.id === id)
  assert.equal(listed?.hasNew, hasNew)
  return hasNew
}

async function homeHasNew(who: CastName): Promise<boolean> {
  return (await (await foyer.as(who)).read(spaces.getNews, {})).body.hasNew
}

describe('what is new', () => {
  it('is a post by somebody else since you joined, until you open it', async () => {
    const postId = await say('member')
    assert.deepEqual(await inFeed('executive', postId), [true, 0])
    assert.deepEqual([await spaceHasNew('executive'), await homeHasNew('executive')], [true, true])
    await see('executive', postId)
    assert.deepEqual(await inFeed('executive', postId), [false, 0])
    assert.deepEqual([await spaceHasNew('executive'), await homeHasNew('executive')], [false, false])
  })

  it('is never what you said yourself', async () => {
    const postId = await say('member')
    await reply('member', postId)
    assert.deepEqual(await inFeed('member', postId), [false, 0])
    assert.deepEqual([await spaceHasNew('member'), await homeHasNew('member')], [false, false])
    await see('executive', postId)
    await reply('executive', postId)
    assert.deepEqual(await inFeed('executive', postId), [false, 0])
  })

  it('counts the replies of others since you last saw the thread, and leads to the first of them', async () => {
    const postId = await say('member')
    await reply('executive', postId)
    await see('executive', postId)
    const seenAt = foyer.clock.now
    await reply('executive', postId)
    const first = await reply('member', postId)
    await reply('supervisor', postId)
    assert.deepEqual(await inFeed('executive', postId), [false, 2])
    const seen = await thread('executive', postId)
    assert.equal(seen.firstNewId, first.id)
    assert.equal(seen.newCount, 2)
    assert.ok(Temporal.Instant.from(seen.seenAt!).equals(seenAt))
    await see('executive', postId, first.at)
    assert.deepEqual(await inFeed('executive', postId), [false, 1])
  })

  it('is not a reply that was deleted', async () => {
    const postId = await say('member')
    await (await foyer.as('executive')).write(spaces.markAllSeen, {})
    await see('executive', postId)
    const { id } = await reply('member', postId)
    assert.equal(await spaceHasNew('executive'), true)
    await (await foyer.as('member')).write(spaces.deleteWords, { saidId: id as string as SaidId })
    assert.deepEqual(await inFeed('executive', postId), [false, 0])
    assert.equal(await spaceHasNew('executive'), false)
  })

  it('is nothing that was said before you joined or followed', async () => {
    const postId = await say('member')
    later()
    const steward = await foyer.as('steward')
    assert.equal((await thread('steward', postId)).seenAt, null)
    await steward.write(spaces.follow, { what: 'space', id: floor })
    assert.deepEqual(await inFeed('steward', postId), [false, 0])
    assert.deepEqual([await spaceHasNew('steward'), await homeHasNew('steward')], [false, false])
    await reply('member', postId)
    assert.deepEqual(await inFeed('steward', postId), [false, 1])
    assert.equal(await homeHasNew('steward'), true)
  })

  it('is nothing in a space that you neither joined nor follow, unless you opened the thread', async () => {
    const opened = await say('member')
    const passed = await say('member')
    await see('administrator', opened)
    await reply('member', opened)
    await reply('member', passed)
    const { items } = (await (await foyer.as('administrator')).read(spaces.listPosts, { spaceId: floor }))
      .body
    const countOf = (id: PostId) => items.find((item) => item.id === id)?.newCount
    assert.deepEqual([countOf(opened), countOf(passed)], [1, 0])
    assert.equal(await spaceHasNew('administrator'), false)
  })

  it('comes with a person whom you follow as well', async () => {
    const plantManager = await foyer.as('plantManager')
    const earlier = await say('supervisor')
    await plantManager.write(spaces.follow, { what: 'person', id: cast.supervisor.id })
    assert.equal(await homeHasNew('plantManager'), false)
    const postId = await say('supervisor')
    assert.deepEqual(await inFeed('plantManager', postId), [true, 0])
    assert.deepEqual(await inFeed('plantManager', earlier), [false, 0])
    assert.equal(await homeHasNew('plantManager'), true)
  })

  it('ends where you may no longer see it', async () => {
    const executive = await foyer.as('executive')
    const board = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body
      .id
    await executive.write(spaces.invitePerson, { spaceId: board, personId: cast.delegate.id })
    await say('executive', 'Secret', board)
    assert.equal(await homeHasNew('delegate'), true)
    await sql`delete from spaces.membership where space_id = ${board} and person_id = ${cast.delegate.id}`.execute(
      foyer.db,
    )
    assert.equal(await homeHasNew('delegate'), false)
  })

  it('is never what an archive brought, but what is said afterwards', async () => {
    const spaceId = '019b0000-0000-7000-8000-0000000000a1' as SpaceId
    const postId = '019b0000-0000-7000-8000-0000000000a2' as PostId
    const createdAt = foyer.clock.now.subtract({ hours: 48 })
    const memberIds = [cast.delegate.id, cast.member.id]
    await addArchivedSpaces(foyer.db, [
      { id: spaceId, name: 'Old room', purpose: undefined, visibility: 'closed', memberIds, createdAt },
    ])
    const said = {
      ...{
        spaceId,
        authorId: cast.member.id,
        answersId: undefined,
        continuesId: undefined,
        title: undefined,
      },
      ...{ folded: undefined, mentionIds: [], reactions: [], editedAt: undefined, body: 'From elsewhere' },
    }
    const replyId = '019b0000-0000-7000-8000-0000000000a3' as SaidId
    await addArchivedWords(foyer.db, [
      { ...said, id: postId as string as SaidId, threadId: undefined, at: createdAt.add({ hours: 1 }) },
      { ...said, id: replyId, threadId: postId, at: createdAt.add({ hours: 2 }) },
    ])
    assert.deepEqual(await inFeed('delegate', postId), [false, 0])
    assert.equal(await spaceHasNew('delegate', spaceId), false)
    await reply('member', postId)
    assert.deepEqual(await inFeed('delegate', postId), [false, 1])
    assert.equal(await spaceHasNew('delegate', spaceId), true)
  })
})

describe('how far one has seen', () => {
  it('never goes back, whatever comes in whatever order, and twice is once', async () => {
    const postId = await say('member')
    const begun = foyer.clock.now
    later(200)
    const minutes = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(minutes, async (offsets) => {
        let highest = Temporal.Instant.from((await thread('executive', postId)).seenAt!)
        for (const offset of offsets) {
          const at = begun.add({ minutes: offset })
          await see('executive', postId, at.toString())
          const now = Temporal.Instant.from((await thread('executive', postId)).seenAt!)
          // What is still to come cannot have been seen.
          const told = Temporal.Instant.compare(at, foyer.clock.now) > 0 ? foyer.clock.now : at
          highest = Temporal.Instant.compare(told, highest) > 0 ? told : highest
          assert.ok(now.equals(highest), `${now} is not ${highest}`)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('takes strange times for the nearest that can be', async () => {
    const postId = await say('member')
    for (const at of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z']) await see('executive', postId, at)
    const { seenAt } = await thread('executive', postId)
    assert.ok(Temporal.Instant.from(seenAt!).equals(foyer.clock.now))
  })

  it('is nobody else’s', async () => {
    const postId = await say('member')
    await see('executive', postId)
    assert.deepEqual(await inFeed('steward', postId), [true, 0])
  })
})

describe('being caught up', () => {
  it('with a space ends at that space, and can be taken back', async () => {
    const executive = await foyer.as('executive')
    const other = (await executive.write(spaces.createSpace, { name: 'Other', visibility: 'open' })).body.id
    const here = await say('member')
    const there = await say('member', 'Elsewhere', other)
    later()
    const { seenAt } = (await executive.write(spaces.markAllSeen, { spaceId: floor })).body
    assert.deepEqual(await inFeed('executive', here), [false, 0])
    assert.deepEqual(await inFeed('executive', there), [true, 0])
    await executive.write(spaces.takeBackAllSeen, { spaceId: floor, seenAt })
    assert.deepEqual(await inFeed('executive', here), [true, 0])
    await executive.write(spaces.takeBackAllSeen, { spaceId: floor, seenAt })
    assert.deepEqual(await inFeed('executive', here), [true, 0])
  })

  it('with everything holds for all that is said by then, and can be taken back', async () => {
    const executive = await foyer.as('executive')
    const before = await say('member')
    const until = foyer.clock.now.toString()
    const after = await say('member')
    const { seenAt } = (await executive.write(spaces.markAllSeen, { at: until })).body
    assert.deepEqual(await inFeed('executive', before), [false, 0])
    assert.deepEqual(await inFeed('executive', after), [true, 0])
    const { seenAt: whole } = (await executive.write(spaces.markAllSeen, {})).body
    assert.equal(await homeHasNew('executive'), false)
    await executive.write(spaces.takeBackAllSeen, { seenAt: whole })
    assert.deepEqual(await inFeed('executive', after), [true, 0])
    assert.deepEqual(await inFeed('executive', before), [false, 0])
    await executive.write(spaces.takeBackAllSeen, { seenAt })
    assert.deepEqual(await inFeed('executive', before), [false, 0], 'only the last is taken back')
  })

  it('is of no use in a space that does not exist for you', async () => {
    const spaceId = '019b0000-0000-7000-8000-00000000ffff' as SpaceId
    const answer = await (await foyer.as('executive')).write(spaces.markAllSeen, { spaceId })
    assert.equal(answer.status, 404)
  })
})
