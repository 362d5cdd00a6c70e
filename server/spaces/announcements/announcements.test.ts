// Announcements, through the door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { must } from '#testing/answer'
import type { CastName } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { reachOf } from './announcement.ts'

const foyer = await startFoyer()
const keeper = await foyer.as('plantManager')
const member = await foyer.as('member')
let spaceId: SpaceId

beforeEach(async () => {
  // What other tests announced is over.
  await sql`update spaces.thread set announced_at = null`.execute(foyer.db)
  spaceId = must(await keeper.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  must(await member.write(spaces.joinSpace, { id: spaceId }))
})

async function announce(who: CastName, body = 'We move.', where = spaceId) {
  foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
  const caller = await foyer.as(who)
  return caller.write(spaces.writePost, { spaceId: where, body, isAnnouncement: true })
}
const shownTo = async (who: CastName, where?: SpaceId) =>
  must(
    await (await foyer.as(who)).read(spaces.listAnnouncements, where === undefined ? {} : { spaceId: where }),
  ).items.map(({ opening }) => opening)
const markSeen = (who: CastName, postId: PostId) =>
  foyer.as(who).then((caller) => caller.write(spaces.markSeen, { postId, at: foyer.clock.now.toString() }))

describe('an announcement', () => {
  it('is made by executives, stewards and keepers of the space, and by nobody else', async () => {
    for (const who of ['executive', 'steward', 'plantManager'] as const) {
      assert.equal(must(await announce(who)).isAnnouncement, true)
    }
    for (const who of ['member', 'administrator', 'delegate'] as const) {
      assert.equal((await announce(who)).problem?.code, 'announcers-only')
    }
  })

  it('stands on top of its space and of home until one has seen it', async () => {
    const { id } = must(await announce('plantManager'))
    assert.deepEqual(
      [await shownTo('member'), await shownTo('member', spaceId)],
      [['We move.'], ['We move.']],
    )
    assert.equal(must(await member.read(spaces.getNews, {})).hasAnnouncement, true)
    assert.deepEqual(await shownTo('plantManager'), [], 'its author knows it')
    must(await markSeen('member', id))
    assert.deepEqual([await shownTo('member'), await shownTo('member', spaceId)], [[], []])
    assert.equal(must(await member.read(spaces.getNews, {})).hasAnnouncement, false)
  })

  it('stands at home for those in its space, one of each space, and for two weeks', async () => {
    must(await announce('plantManager', 'First'))
    must(await announce('plantManager', 'Second'))
    const other = must(await keeper.write(spaces.createSpace, { name: 'Gate', visibility: 'open' })).id
    must(await member.write(spaces.joinSpace, { id: other }))
    must(await announce('plantManager', 'Third', other))
    assert.deepEqual(await shownTo('member'), ['Third', 'Second'])
    assert.deepEqual(await shownTo('member', spaceId), ['Second', 'First'])
    assert.deepEqual(await shownTo('outsider'), [], 'who is not in the space finds it there')
    assert.deepEqual(await shownTo('outsider', spaceId), ['Second', 'First'])
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 14 + 1 })
    assert.deepEqual(await shownTo('member'), [])
  })

  it('is ended by its author, keepers and stewards, and goes with a post that is deleted', async () => {
    const { id: postId } = must(await announce('executive', 'One'))
    assert.equal((await member.write(spaces.endAnnouncement, { postId })).problem?.code, 'announcers-only')
    must(await keeper.write(spaces.endAnnouncement, { postId }))
    assert.equal(
      (await keeper.write(spaces.endAnnouncement, { postId })).problem?.code,
      'no-such-announcement',
    )
    assert.equal(must(await member.read(spaces.getThread, { postId })).post.isAnnouncement, false)
    const other = must(await announce('plantManager', 'Two'))
    must(await keeper.write(spaces.deleteWords, { saidId: other.id as string as never }))
    assert.deepEqual(await shownTo('member'), [])
  })

  it('is told to nobody who may not read its space', async () => {
    const hidden = must(await keeper.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
    const { id: postId } = must(await announce('plantManager', 'Secret', hidden))
    const steward = await foyer.as('steward')
    assert.equal((await steward.read(spaces.listAnnouncements, { spaceId: hidden })).status, 404)
    assert.equal((await steward.read(spaces.getReach, { postId })).problem?.code, 'no-such-announcement')
    assert.deepEqual(await shownTo('steward'), [])
  })

  it('tells its author and stewards how many have seen it, never fewer than five, and nobody else', async () => {
    const { id: postId } = must(await announce('plantManager'))
    const [author, steward] = [keeper, await foyer.as('steward')]
    assert.equal((await member.read(spaces.getReach, { postId })).problem?.code, 'not-your-words')
    const crowd = await addMembers(30)
    for (const [index, personId] of crowd.entries()) {
      const expected = index < 5 ? null : Math.min(index, 27)
      assert.equal(must(await author.read(spaces.getReach, { postId })).seen, expected)
      await sql`insert into spaces.seen (person_id, target_id, seen_at) values (${personId}, ${postId}, ${foyer.clock.now})`.execute(
        foyer.db,
      )
    }
    assert.deepEqual(must(await steward.read(spaces.getReach, { postId })), {
      seen: 27,
      isAtLeast: true,
      of: 31,
    })
  })

  it('tells of no group smaller than five, seen or unseen, whatever the numbers', () => {
    const numbers = fc.nat(60).chain((of) => fc.record({ of: fc.constant(of), seen: fc.nat(of) }))
    fc.assert(
      fc.property(numbers, ({ seen, of }) => {
        const reach = reachOf({ seen, of })
        if (reach.seen === null) return
        assert.ok(reach.seen >= 5 && reach.seen <= seen)
        assert.ok(reach.isAtLeast ? of - reach.seen === 4 : of - reach.seen >= 5 && reach.seen === seen)
      }),
    )
  })
})

async function addMembers(count: number): Promise<PersonId[]> {
  const ids = Array.from({ length: count }, () => newId<PersonId>(foyer.clock.now))
  for (const id of ids) {
    await sql`insert into people.person (id, name, created_at) values (${id}, 'One of many', ${foyer.clock.now})`.execute(
      foyer.db,
    )
    await sql`insert into spaces.membership (space_id, person_id, joined_at)
      values (${spaceId}, ${id}, ${foyer.clock.now})`.execute(foyer.db)
  }
  return ids
}
