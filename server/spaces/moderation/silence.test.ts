// Muting and blocking, through the door.
import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { brief } from '#contract/brief'
import { moderation } from '#contract/moderation'
import { notices } from '#contract/notices'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let floor: SpaceId

before(async () => {
  const executive = await foyer.as('executive')
  floor = must(await executive.write(spaces.createSpace, { name: 'Floor', visibility: 'open' })).id
})

beforeEach(async () => {
  await sql`delete from spaces.silence`.execute(foyer.db)
})

async function say(body: string, by: CastName): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
  const { id } = must(await (await foyer.as(by)).write(spaces.writePost, { spaceId: floor, body }))
  await foyer.runJobs()
  return id
}

async function homeOf(who: CastName): Promise<string[]> {
  return must(await (await foyer.as(who)).read(spaces.getFeed, {})).items.map(({ id }) => id)
}

async function noticesOf(who: CastName): Promise<string[]> {
  return must(await (await foyer.as(who)).read(notices.listNotices, {})).items.map(({ postId }) => postId)
}

describe('whoever is muted', () => {
  it('is not heard at home and in notices, and is not told', async () => {
    const executive = await foyer.as('executive')
    must(await executive.write(moderation.mutePerson, { personId: cast.member.id }))
    const muted = await say(`${mention('executive')}, look`, 'member')
    const heard = await say(`${mention('executive')}, look`, 'supervisor')
    assert.deepEqual(
      [(await homeOf('executive')).includes(muted), (await homeOf('executive')).includes(heard)],
      [false, true],
    )
    assert.deepEqual(
      [(await noticesOf('executive')).includes(muted), (await noticesOf('executive')).includes(heard)],
      [false, true],
    )
    must(await executive.read(spaces.getThread, { postId: muted }))
    assert.deepEqual(must(await (await foyer.as('member')).read(moderation.listSilenced, {})).items, [])
    const back = await say(`${mention('member')}, hello`, 'executive')
    assert.ok((await noticesOf('member')).includes(back))
    must(await executive.write(moderation.unmutePerson, { personId: cast.member.id }))
    assert.ok((await homeOf('executive')).includes(muted))
  })
})

describe('whoever is muted', () => {
  it('is in no brief, is announced on no page, and makes nothing new at home', async () => {
    const executive = await foyer.as('executive')
    must(await executive.write(moderation.mutePerson, { personId: cast.plantManager.id }))
    must(await executive.write(spaces.markAllSeen, {}))
    const home = await executive.listen({ home: 'yes' })
    await home.next()
    const muted = await say(`${mention('executive')}, could you decide?`, 'plantManager')
    assert.equal(must(await executive.read(spaces.getNews, {})).hasNew, false)
    const heard = await say(`${mention('executive')}, could you decide?`, 'delegate')
    assert.equal(must(await executive.read(spaces.getNews, {})).hasNew, true)
    const moved = (await home.until(({ what }) => what === 'thread-moved')).at(-1)
    assert.equal(moved?.what === 'thread-moved' && moved.postId, heard)
    await home.close()
    const opened = JSON.stringify(must(await executive.write(brief.openBrief, { again: true, minutes: 15 })))
    assert.deepEqual([opened.includes(heard), opened.includes(muted)], [true, false])
  })
})

describe('a block', () => {
  it('stops mentions and follows both ways, and the other side learns nothing of it', async () => {
    const [executive, member] = [await foyer.as('executive'), await foyer.as('member')]
    must(await executive.write(moderation.blockPerson, { personId: cast.member.id }))
    const theirs = await say(`${mention('executive')}, look`, 'member')
    const own = await say(`${mention('member')}, look`, 'executive')
    must(await member.write(spaces.follow, { what: 'person', id: cast.executive.id }))
    assert.ok(!(await noticesOf('executive')).includes(theirs))
    assert.ok(!(await noticesOf('member')).includes(own))
    assert.ok(!(await homeOf('member')).includes(own))
    assert.deepEqual(must(await member.read(moderation.listSilenced, {})).items, [])
    assert.ok(must(await member.read(spaces.listFollows, {})).people.includes(cast.executive.id))
    must(await member.read(spaces.getThread, { postId: own }))
  })

  it('of both sides ends when both took it back', async () => {
    const [executive, member] = [await foyer.as('executive'), await foyer.as('member')]
    must(await executive.write(moderation.blockPerson, { personId: cast.member.id }))
    must(await member.write(moderation.blockPerson, { personId: cast.executive.id }))
    must(await executive.write(moderation.unblockPerson, { personId: cast.member.id }))
    const heard = async () => (await sql`select from spaces.silenced`.execute(foyer.db)).rows.length
    assert.equal(await heard(), 2)
    must(await member.write(moderation.unblockPerson, { personId: cast.executive.id }))
    assert.equal(await heard(), 0)
  })

  it('is of somebody else', async () => {
    const own = { personId: cast.executive.id }
    const { problem } = await (await foyer.as('executive')).write(moderation.blockPerson, own)
    assert.equal(problem?.code, 'silence-yourself')
  })
})
