// What reaches somebody, and what does not, through the room’s own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { notices } from '#contract/notices'
import type { PostId, SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast, mention } from '#testing/cast'
import { openNoticesHouse } from '#testing/notices-house'

const { house, clear, tick, post, reply, thank, read, listOf, countOf, toldTo } = await openNoticesHouse()
const { foyer } = house

beforeEach(clear)

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
    const thread = await post('member', `${mention('member')} remember this`)
    const own = await reply('member', { to: thread, body: `${mention('member')} and that` })
    await thank('member', own)
    assert.deepEqual(await listOf('member'), [])
    assert.equal(await countOf('member'), 0)
  })

  it('comes to whoever is mentioned, in a post, in a reply or by an edit, and says so first', async () => {
    const thread = await post('member', `What does ${mention('steward')} think?`)
    assert.deepEqual(await toldTo('steward'), ['Tomasz Okafor mentioned you. because you were mentioned'])
    const said = await reply('plantManager', { to: thread })
    assert.equal((await listOf('delegate')).length, 0)
    tick()
    await (await foyer.as('plantManager')).write(spaces.editWords, {
      saidId: said as string as SaidId,
      body: `Ask ${mention('delegate')}.`,
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
    await (await foyer.as('steward')).write(spaces.follow, { what: 'space', id: house.plant })
    await (await foyer.as('steward')).write(spaces.follow, { what: 'person', id: cast.member.id })
    const thread = await post('member')
    await reply('plantManager', { to: thread })
    assert.deepEqual(await listOf('steward'), [])
  })

  it('vanishes with the right to see its thread, and the count with it', async () => {
    const executive = await foyer.as('executive')
    const { id } = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body
    await executive.write(spaces.invitePerson, { spaceId: id, personId: cast.delegate.id })
    const thread = await post('executive', `${mention('delegate')} and ${mention('outsider')}`, id)
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
    await (await foyer.as('outsider')).write(spaces.follow, { what: 'space', id: house.plant })
    await post('member')
    assert.equal((await bystander.next())?.what, 'thread-moved')
    await member.close()
    await bystander.close()
  })
})
