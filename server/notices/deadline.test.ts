// What may reach somebody at night, through the room's own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { notices } from '#contract/notices'
import type { PostId, ReplyId, SaidId } from '#contract/ref'
import { type CastName, cast, mention } from '#testing/cast'
import { openOutside } from '#testing/notices-outside'
import { whyNotDeadline } from './deadline.ts'

const { foyer, clear, post, reply, moveTo, work, lettersTo, save } = await openOutside()

beforeEach(clear)

const NIGHT = '2026-03-02T22:00:00Z'
const SOON = '2026-03-03T01:00:00Z'

const mark = async (who: CastName, id: PostId | ReplyId, dueAt: string | null = SOON) =>
  (await foyer.as(who)).write(notices.markDeadline, { saidId: id as string as SaidId, dueAt })

const allow = async (who: CastName, by: CastName) =>
  (await foyer.as(who)).write(notices.letInterrupt, { personId: cast[by].id, isAllowed: true })

describe('in quiet hours', () => {
  it('nothing comes but what somebody whom the reader chose needs answered within four hours', async () => {
    await allow('executive', 'delegate')
    moveTo(NIGHT)
    const asked = await post('delegate', `${mention('executive')}, shall we sign?`)
    const other = await post('steward', `${mention('executive')}, and the party?`)
    await work()
    assert.deepEqual(await lettersTo('executive'), [])
    assert.equal((await mark('delegate', asked)).status, 200)
    assert.equal((await mark('steward', other)).status, 200)
    await work()
    const letters = await lettersTo('executive')
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      ['Daniel Reyes needs an answer by 01:00: Line 3'],
    )
    assert.match(letters[0]?.text ?? '', /One thread waits for you\./)
    assert.equal(letters[0]?.text.includes('the party'), false)
    await work()
    await mark('delegate', asked, '2026-03-03T01:30:00Z')
    await work()
    assert.equal((await lettersTo('executive')).length, 1, 'it comes once, however often it is marked')
  })

  it('nobody is woken whom the words do not concern, or who has seen them', async () => {
    for (const who of ['executive', 'plantManager', 'outsider'] as const) await allow(who, 'delegate')
    moveTo(NIGHT)
    const asked = await post('delegate', `${mention('plantManager')}, shall we stop it?`)
    await mark('delegate', asked)
    await (await foyer.as('plantManager')).write(notices.markRead, { postId: asked, at: NIGHT })
    await sql`insert into spaces.seen (person_id, target_id, seen_at)
      values (${cast.plantManager.id}, ${asked}, ${'2026-03-02T23:00:00Z'})`.execute(foyer.db)
    await work()
    for (const who of ['executive', 'plantManager', 'outsider'] as const)
      assert.deepEqual(await lettersTo(who), [], who)
  })

  it('a reply may be marked too, and the deadline stands in its thread until it is over or taken back', async () => {
    await allow('member', 'steward')
    moveTo(NIGHT)
    const thread = await post('member')
    const asked = await reply('steward', { to: thread })
    await mark('steward', asked)
    const look = async () =>
      (await (await foyer.as('plantManager')).read(notices.isThreadMuted, { postId: thread })).body.deadlines
    const [deadline] = await look()
    assert.deepEqual([deadline?.saidId, deadline?.author.name, deadline?.dueAt], [asked, 'Aiko Tanaka', SOON])
    await work()
    assert.equal((await lettersTo('member')).length, 1)
    assert.equal((await mark('steward', asked, null)).status, 200)
    assert.deepEqual(await look(), [])
    await mark('steward', asked)
    moveTo('2026-03-03T01:00:01Z')
    assert.deepEqual(await look(), [])
  })
})

describe('a deadline', () => {
  it('is the author’s to set, on words that they see and that stand', async () => {
    moveTo(NIGHT)
    const thread = await post('member')
    assert.equal((await mark('steward', thread)).problem?.code, 'not-your-words')
    assert.equal((await mark('member', 'f0000000-0000-7000-8000-000000000000' as PostId)).status, 404)
    assert.equal((await mark('member', thread, '2026-03-02T21:00:00Z')).problem?.code, 'deadline-past')
    assert.equal((await mark('member', thread, '2026-03-03T02:30:00Z')).problem?.code, 'deadline-far')
  })

  it('lies in the next four hours, neither now nor later', () => {
    const now = Temporal.Instant.from(NIGHT)
    const [viewerId, authorId] = [cast.member.id, cast.member.id]
    const look = (hours: number) =>
      whyNotDeadline({ viewerId, authorId, now, dueAt: now.add({ hours }) })?.code
    assert.deepEqual([0, 1, 4, 5].map(look), ['deadline-past', undefined, undefined, 'deadline-far'])
  })
})

describe('who may reach one at night', () => {
  it('is chosen by oneself, one by one, and never oneself', async () => {
    assert.equal((await allow('member', 'member')).problem?.code, 'about-yourself')
    const answer = await allow('member', 'steward')
    assert.deepEqual(
      answer.body.mayInterrupt.map(({ name }) => name),
      ['Aiko Tanaka'],
    )
    const other = await (await foyer.as('steward')).read(notices.getSettings, {})
    assert.deepEqual(other.body.mayInterrupt, [])
    assert.equal((await save('guest', {})).status, 200)
    assert.equal((await allow('guest', 'steward')).status, 404)
  })
})
