// One post told to many, through the room's own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { moderation } from '#contract/moderation'
import { notices } from '#contract/notices'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type CastName, cast } from '#testing/cast'
import { openOutside } from '#testing/notices-outside'

const { foyer, house, clear, post, toldTo, work, moveTo, lettersTo } = await openOutside()

beforeEach(clear)

const wantEvery = async (who: CastName, isWanted = true) =>
  (await foyer.as(who)).write(notices.tellEveryPost, { spaceId: house.plant, isWanted })

const announce = async (postId: PostId) =>
  sql`insert into notices.fan_out (post_id, at, is_announced) values (${postId}, ${foyer.clock.now}, true)`.execute(
    foyer.db,
  )

describe('a post', () => {
  it('is told to those who asked to hear of every post in its space, and to nobody else', async () => {
    await wantEvery('steward')
    await wantEvery('member')
    await wantEvery('delegate')
    await wantEvery('delegate', false)
    await post('member')
    assert.deepEqual(await toldTo('steward'), [
      'Tomasz Okafor posted. because you asked to hear of every post here',
    ])
    for (const who of ['member', 'delegate', 'plantManager'] as const) assert.deepEqual(await toldTo(who), [])
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.equal((await lettersTo('steward')).length, 1)
  })

  it('is not told to those who may not see it, muted it or have seen it', async () => {
    await wantEvery('steward')
    await wantEvery('delegate')
    await wantEvery('plantManager')
    await (await foyer.as('delegate')).write(notices.muteSource, {
      ...{ what: 'person', personId: cast.member.id },
    })
    const executive = await foyer.as('executive')
    const { id } = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body
    assert.equal(
      (await (await foyer.as('steward')).write(notices.tellEveryPost, { spaceId: id, isWanted: true }))
        .status,
      404,
    )
    await executive.write(spaces.invitePerson, { spaceId: id, personId: cast.plantManager.id })
    const plantManager = await foyer.as('plantManager')
    await plantManager.write(notices.tellEveryPost, { spaceId: id, isWanted: true })
    await plantManager.write(spaces.leaveSpace, { id })
    await post('executive', 'The merger', id)
    const thread = await post('member')
    await sql`insert into spaces.seen (person_id, target_id, seen_at)
      values (${cast.plantManager.id}, ${thread}, ${foyer.clock.now})`.execute(foyer.db)
    assert.deepEqual(await toldTo('plantManager'), [])
    assert.deepEqual(await toldTo('delegate'), [])
    assert.equal((await toldTo('steward')).length, 1)
    await (await foyer.as('delegate')).write(notices.unmuteSource, {
      ...{ what: 'person', personId: cast.member.id },
    })
  })

  it('is not told to those who muted its author, also when they muted them later', async () => {
    await wantEvery('steward')
    await post('member')
    assert.equal((await toldTo('steward')).length, 1)
    const steward = await foyer.as('steward')
    await steward.write(moderation.mutePerson, { personId: cast.member.id })
    assert.deepEqual(await toldTo('steward'), [])
    await post('member')
    assert.deepEqual(await toldTo('steward'), [])
    await steward.write(moderation.unmutePerson, { personId: cast.member.id })
    assert.equal((await toldTo('steward')).length, 1)
  })

  it('that was announced is told to all members and followers of its space', async () => {
    await (await foyer.as('steward')).write(spaces.joinSpace, { id: house.plant })
    await (await foyer.as('delegate')).write(spaces.follow, { what: 'space', id: house.plant })
    const thread = await post('executive')
    await announce(thread)
    for (const who of ['steward', 'delegate'] as const)
      assert.deepEqual(await toldTo(who), [
        'Ingrid Solheim announced something. because it was announced to this space',
      ])
    assert.deepEqual(await toldTo('outsider'), [])
  })

  it('is told to each of many once, in pieces, whichever process goes on', async () => {
    const people = 1000
    await sql`
      insert into people.person (id, name, created_at)
      select gen_random_uuid(), 'Follower ' || n, now() from generate_series(1, ${people}::int) n`.execute(
      foyer.db,
    )
    await sql`
      insert into notices.every_post (space_id, person_id, at)
      select ${house.plant}, id, now() from people.person where name like 'Follower %'`.execute(foyer.db)
    const thread = await post('member')
    await Promise.all([work(), work(), work()])
    const told = await sql<{ count: number }>`
      select count(*)::int as count from notices.notice where post_id = ${thread}`.execute(foyer.db)
    assert.equal(told.rows[0]?.count, people)
    assert.deepEqual((await sql`select from notices.fan_out`.execute(foyer.db)).rows, [])
  })
})

describe('a muted space or person', () => {
  it('tells of mentions alone, or of nothing', async () => {
    const thread = await post('member')
    const steward = await foyer.as('steward')
    await steward.write(notices.muteSource, { what: 'space', spaceId: house.plant })
    await steward.write(spaces.follow, { what: 'thread', id: thread })
    await (await foyer.as('member')).write(spaces.writeReply, { postId: thread, body: 'Nobody?' })
    assert.deepEqual(await toldTo('steward'), [])
    const { mutedSpaces } = (await steward.read(notices.getSettings, {})).body
    assert.deepEqual(
      mutedSpaces.map(({ name }) => name),
      ['Plant'],
    )
    await steward.write(notices.unmuteSource, { what: 'space', spaceId: house.plant })
    assert.equal((await toldTo('steward')).length, 1)
    await steward.write(notices.muteSource, { what: 'person', personId: cast.member.id })
    assert.deepEqual(await toldTo('steward'), [])
    assert.equal((await steward.read(notices.countNotices, {})).body.count, 0)
  })
})
