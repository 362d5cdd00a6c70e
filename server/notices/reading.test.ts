// When a notice has done its work, and how a thread is kept quiet.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { notices } from '#contract/notices'
import { spaces } from '#contract/spaces'
import { mention } from '#testing/cast'
import { openNoticesHouse } from '#testing/notices-house'

const { house, clear, post, reply, thank, read, listOf, countOf, toldTo } = await openNoticesHouse()
const { foyer } = house

beforeEach(clear)

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
    await reply('steward', { to: thread, body: `${mention('member')}, please look` })
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
