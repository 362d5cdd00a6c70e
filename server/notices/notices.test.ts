// What reaches somebody, and what does not, through the room's own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { notices } from '#contract/notices'
import type { PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId

beforeEach(async () => {
  await sql`truncate notices.notice, notices.waiting, notices.muted`.execute(foyer.db)
  const executive = await foyer.as('executive')
  plant = (await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).body.id
})

const at = (who: CastName) => `@[${cast[who].name}](person:${cast[who].id})`
const tick = () => {
  foyer.clock.now = foyer.clock.now.add({ seconds: 10 })
}

async function post(who: CastName, body = 'Who may stop line 3?', spaceId = plant): Promise<PostId> {
  tick()
  const said = await (await foyer.as(who)).write(spaces.writePost, { spaceId, title: 'Line 3', body })
  assert.equal(said.problem, undefined)
  return said.body.id
}

type Replied = { to: PostId; answers?: ReplyId; body?: string }
async function reply(who: CastName, { to, answers, body = 'Whoever stands next to it.' }: Replied) {
  tick()
  const input = { postId: to, body, ...(answers !== undefined && { answersId: answers }) }
  const said = await (await foyer.as(who)).write(spaces.writeReply, input)
  assert.equal(said.problem, undefined)
  return said.body.id
}

async function thank(who: CastName, id: PostId | ReplyId) {
  tick()
  const saidId = id as string as SaidId
  return (await foyer.as(who)).write(spaces.react, { saidId, kind: 'thank' })
}

async function listOf(who: CastName) {
  await foyer.runJobs()
  const answer = await (await foyer.as(who)).read(notices.listNotices, {})
  assert.equal(answer.problem, undefined)
  return answer.body.items
}

const countOf = async (who: CastName) =>
  (await (await foyer.as(who)).read(notices.countNotices, {})).body.count
const read = async (who: CastName, postId: PostId) =>
  (await foyer.as(who)).write(notices.markRead, { postId, at: foyer.clock.now.toString() })
const toldTo = async (who: CastName) =>
  (await listOf(who)).map(({ sentences, why }) => [...sentences, why].join(' '))

describe('a notice', () => {
  it('comes to who began the thread, one for all its replies, with who replied last first', async () => {
    const thread = await post('member')
    const first = await reply('plantManager', { to: thread })
    await reply('steward', { to: thread })
    await reply('plantManager', { to: thread })
    const [notice, ...more] = await listOf('member')
    assert.deepEqual(more, [])
    assert.deepEqual(notice?.sentences, ['Marta Wójcik and Aiko Tanaka replied.'])
    assert.equal(notice?.why, 'because you began this thread')
    assert.deepEqual([notice?.replyId, notice?.isUnread, notice?.person.name], [first, true, 'Marta Wójcik'])
    await reply('delegate', { to: thread })
    assert.deepEqual(await toldTo('member'), [
      'Daniel Reyes and 2 others replied. because you began this thread',
    ])
    assert.equal(await countOf('member'), 1)
  })

  it('never tells of your own doings', async () => {
    const thread = await post('member', `${at('member')} remember this`)
    const own = await reply('member', { to: thread, body: `${at('member')} and that` })
    await thank('member', own)
    assert.deepEqual(await listOf('member'), [])
    assert.equal(await countOf('member'), 0)
  })

  it('comes to whoever is mentioned, in a post, in a reply or by an edit, and says so first', async () => {
    const thread = await post('member', `What does ${at('steward')} think?`)
    assert.deepEqual(await toldTo('steward'), ['Tomasz Okafor mentioned you. because you were mentioned'])
    const said = await reply('plantManager', { to: thread })
    assert.equal((await listOf('delegate')).length, 0)
    tick()
    await (await foyer.as('plantManager')).write(spaces.editWords, {
      saidId: said as string as SaidId,
      body: `Ask ${at('delegate')}.`,
    })
    const [notice] = await listOf('delegate')
    assert.deepEqual([notice?.sentences, notice?.replyId], [['Marta Wójcik mentioned you.'], said])
    // The rest of the thread is none of theirs until they join in.
    await reply('plantManager', { to: thread })
    assert.deepEqual(await toldTo('delegate'), ['Marta Wójcik mentioned you. because you were mentioned'])
  })

  it('comes to those who replied or follow, each told why', async () => {
    const thread = await post('member')
    await reply('steward', { to: thread })
    await (await foyer.as('delegate')).write(spaces.follow, { what: 'thread', id: thread })
    await reply('plantManager', { to: thread })
    assert.deepEqual(await toldTo('steward'), ['Marta Wójcik replied. because you replied here'])
    assert.deepEqual(await toldTo('delegate'), [
      'Marta Wójcik and Aiko Tanaka replied. because you follow this thread',
    ])
    assert.deepEqual(await listOf('administrator'), [])
  })

  it('says that your reply was answered, and that you were thanked', async () => {
    const thread = await post('member')
    const asked = await reply('steward', { to: thread })
    await reply('plantManager', { to: thread, answers: asked })
    await thank('delegate', asked)
    await thank('member', asked)
    assert.deepEqual(await toldTo('steward'), [
      'Marta Wójcik replied to you. Tomasz Okafor and Daniel Reyes thanked you. because it answers you',
    ])
  })

  it('takes back with the deed what it told of', async () => {
    const thread = await post('member')
    const said = await reply('plantManager', { to: thread })
    await thank('steward', thread)
    assert.equal((await listOf('member'))[0]?.sentences.length, 2)
    const saidId = thread as string as SaidId
    await (await foyer.as('steward')).write(spaces.takeBackReaction, { saidId, kind: 'thank' })
    await (await foyer.as('plantManager')).write(spaces.deleteWords, { saidId: said as string as SaidId })
    assert.deepEqual(await listOf('member'), [])
    assert.equal(await countOf('member'), 0)
  })

  it('is not made of what a space or a person you follow posts', async () => {
    await (await foyer.as('steward')).write(spaces.follow, { what: 'space', id: plant })
    await (await foyer.as('steward')).write(spaces.follow, { what: 'person', id: cast.member.id })
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    assert.deepEqual(await listOf('steward'), [])
  })

  it('vanishes with the right to see its thread, and the count with it', async () => {
    const executive = await foyer.as('executive')
    const { id } = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body
    await executive.write(spaces.invitePerson, { spaceId: id, personId: cast.delegate.id })
    const thread = await post('executive', `${at('delegate')} and ${at('outsider')}`, id)
    assert.equal((await listOf('delegate')).length, 1)
    assert.deepEqual(await listOf('outsider'), [])
    await (await foyer.as('delegate')).write(spaces.leaveSpace, { id })
    assert.deepEqual(await listOf('delegate'), [])
    assert.equal(await countOf('delegate'), 0)
    assert.equal(
      (await (await foyer.as('delegate')).write(notices.muteThread, { postId: thread })).status,
      404,
    )
  })

  it('is nobody else’s to see or to read', async () => {
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    await foyer.runJobs()
    for (const who of ['administrator', 'executive', 'plantManager'] as const) {
      assert.deepEqual(await listOf(who), [])
      assert.equal((await read(who, thread)).status, 200)
    }
    assert.equal(await countOf('member'), 1)
  })
})

describe('reading', () => {
  it('is done by seeing the thread, and then only what comes after is told', async () => {
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    await reply('delegate', { to: thread })
    assert.equal((await listOf('member')).length, 1)
    const seen = { postId: thread, at: foyer.clock.now.toString() }
    await (await foyer.as('member')).write(spaces.markSeen, seen)
    assert.equal(await countOf('member'), 0)
    const [old] = await listOf('member')
    assert.deepEqual([old?.isUnread, old?.sentences], [false, ['Daniel Reyes and Marta Wójcik replied.']])
    const next = await reply('steward', { to: thread })
    const [notice] = await listOf('member')
    assert.deepEqual([notice?.isUnread, notice?.sentences], [true, ['Aiko Tanaka replied.']])
    assert.equal(notice?.replyId, next)
  })

  it('before it could be told makes no notice at all', async () => {
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    await (await foyer.as('member')).write(spaces.markSeen, {
      postId: thread,
      at: foyer.clock.now.toString(),
    })
    assert.deepEqual(await listOf('member'), [])
  })

  it('of part of a thread leaves the rest of the notice', async () => {
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    const shown = foyer.clock.now.toString()
    const second = await reply('steward', { to: thread })
    await foyer.runJobs()
    await (await foyer.as('member')).write(spaces.markSeen, { postId: thread, at: shown })
    const [notice] = await listOf('member')
    assert.deepEqual([notice?.sentences, notice?.replyId], [['Aiko Tanaka replied.'], second])
  })

  it('everything is one press, leaves what came later, and can be taken back', async () => {
    const [one, other] = [await post('member'), await post('member')]
    await reply('plantManager', { to: one })
    await reply('plantManager', { to: other })
    await foyer.runJobs()
    const member = await foyer.as('member')
    const until = foyer.clock.now.toString()
    await reply('steward', { to: other })
    await foyer.runJobs()
    const { readAt } = (await member.write(notices.markAllRead, { at: until })).body
    assert.deepEqual(
      (await listOf('member')).map(({ isUnread }) => isUnread),
      [true, false],
    )
    await member.write(notices.takeBackAllRead, { readAt })
    assert.equal(await countOf('member'), 2)
    await member.write(notices.takeBackAllRead, { readAt })
    assert.equal(await countOf('member'), 2)
  })

  it('is for ever: words told of late do not wake what was read since', async () => {
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    const waiting = await sql<{
      said_id: string
      at: Temporal.Instant
    }>`select said_id, at from notices.waiting`.execute(foyer.db)
    await foyer.runJobs()
    await read('member', thread)
    for (const { said_id, at: when } of waiting.rows)
      await sql`insert into notices.waiting (said_id, at) values (${said_id}, ${when})`.execute(foyer.db)
    await foyer.runJobs()
    assert.equal(await countOf('member'), 0)
  })
})

describe('a muted thread', () => {
  it('tells of mentions and of nothing else, until it is unmuted', async () => {
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    await foyer.runJobs()
    const member = await foyer.as('member')
    assert.equal((await member.write(notices.muteThread, { postId: thread })).status, 200)
    assert.equal((await member.read(notices.isThreadMuted, { postId: thread })).body.isMuted, true)
    assert.equal(await countOf('member'), 0)
    await reply('steward', { to: thread })
    await thank('steward', thread)
    assert.deepEqual(await listOf('member'), [])
    await reply('steward', { to: thread, body: `${at('member')}, please look` })
    assert.deepEqual(await toldTo('member'), ['Aiko Tanaka mentioned you. because you were mentioned'])
    assert.equal((await listOf('member'))[0]?.isMuted, true)
    await read('member', thread)
    await member.write(notices.unmuteThread, { postId: thread })
    await reply('delegate', { to: thread })
    assert.deepEqual(await toldTo('member'), ['Daniel Reyes replied. because you began this thread'])
  })

  it('is muted for oneself alone', async () => {
    const thread = await post('member')
    await reply('steward', { to: thread })
    await (await foyer.as('steward')).write(notices.muteThread, { postId: thread })
    await reply('plantManager', { to: thread })
    assert.equal((await listOf('member')).length, 1)
    assert.deepEqual(await listOf('steward'), [])
  })
})

describe('the list', () => {
  it('comes in pages, each notice once and the newest first', async () => {
    const threads: PostId[] = []
    for (let number = 0; number < 5; number += 1) {
      const thread = await post('member')
      threads.unshift(thread)
      await reply('plantManager', { to: thread })
    }
    await foyer.runJobs()
    const member = await foyer.as('member')
    const found: PostId[] = []
    let cursor: string | undefined
    do {
      const page = (await member.read(notices.listNotices, { limit: 2, ...(cursor && { cursor }) })).body
      found.push(...page.items.map(({ postId }) => postId))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    assert.deepEqual(found, threads)
  })

  it('is told of live, to those whom it concerns alone', async () => {
    const thread = await post('member')
    const member = await (await foyer.as('member')).listen({})
    const bystander = await (await foyer.as('outsider')).listen({ home: 'yes' })
    await reply('plantManager', { to: thread })
    await foyer.runJobs()
    await thank('outsider', thread)
    const heard = await member.until(({ what }) => what === 'notices-changed')
    assert.deepEqual(heard.at(-1), { what: 'notices-changed' })
    assert.deepEqual(await bystander.next(), { what: 'hello' })
    await (await foyer.as('outsider')).write(spaces.follow, { what: 'space', id: plant })
    await post('member')
    assert.equal((await bystander.next())?.what, 'thread-moved')
    await member.close()
    await bystander.close()
  })
})
