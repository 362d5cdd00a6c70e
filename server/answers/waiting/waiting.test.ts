// Who wants to know too, and what they are told, through the doors of the rooms.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { brief } from '#contract/brief'
import { notices } from '#contract/notices'
import type { PersonId, PostId, ReplyId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { openBriefHouse } from '#testing/brief-house'
import { type CastName, cast, mention } from '#testing/cast'
import { wantToKnow } from './want-to-know.ts'

const { foyer, later, say, openAgain, cardOf } = await openBriefHouse()

const standing = async (postId: PostId, who: CastName = 'member') =>
  must(await (await foyer.as(who)).read(answers.getQuestion, { postId }))
const follows = async (who: CastName, postId: PostId) =>
  must(await (await foyer.as(who)).read(spaces.getThread, { postId })).youFollow
const toldTo = async (who: CastName) => {
  await foyer.runJobs()
  const { items } = must(await (await foyer.as(who)).read(notices.listNotices, {}))
  return items.map(({ sentences, why }) => [...sentences, why].join(' '))
}

/** People beside the cast, each of whom wants to know at the same time. */
async function crowd(count: number, postId: PostId): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    insert into people.person (id, name, created_at)
    select gen_random_uuid(), 'Somebody ' || n, ${foyer.clock.now}::timestamptz from generate_series(1, ${count}::int) n
    returning id`.execute(foyer.db)
  const ids = found.rows.map(({ id }) => id)
  const viewer = { sessionId: '', roles: new Set<never>(), timeZone: 'UTC', language: 'en' } as const
  await Promise.all(
    ids.map((personId) =>
      foyer.db
        .transaction()
        .execute((db) =>
          wantToKnow(
            { viewer: { ...viewer, personId }, now: foyer.clock.now, db, emit: async () => {} },
            { postId },
          ),
        ),
    ),
  )
  return ids
}

async function accept(who: CastName, postId: PostId, replyId: ReplyId): Promise<void> {
  must(await (await foyer.as(who)).write(answers.acceptAnswer, { postId, replyId }))
  const [byId, at] = [cast[who].id, foyer.clock.now.toString()]
  await foyer.runJob('answers/tell-accepted', { postId, replyId, byId, at })
}

describe('wanting to know too', () => {
  it('counts each once, follows the thread, and ends with the follow that it began', async () => {
    const postId = await say('member', 'Who may stop line 3 at night?')
    const delegate = await foyer.as('delegate')
    for (const _ of [1, 2]) must(await delegate.write(answers.wantToKnow, { postId }))
    const { waitingCount, youWait } = await standing(postId, 'delegate')
    assert.deepEqual([waitingCount, youWait, await follows('delegate', postId)], [1, true, true])
    assert.equal(must(await delegate.write(answers.stopWaiting, { postId })).waitingCount, 0)
    assert.equal(await follows('delegate', postId), false)
    must(await delegate.write(spaces.follow, { what: 'thread', id: postId }))
    must(await delegate.write(answers.wantToKnow, { postId }))
    must(await delegate.write(answers.stopWaiting, { postId }))
    assert.equal(await follows('delegate', postId), true, 'who followed before goes on')
  })

  it('is not for whoever asked, nor for whoever may not read the question', async () => {
    const postId = await say('member', 'Who may stop line 4 at night?')
    const own = await (await foyer.as('member')).write(answers.wantToKnow, { postId })
    assert.equal(own.problem?.code, 'asked-yourself')
    const guest = await (await foyer.as('guest')).write(answers.wantToKnow, { postId })
    assert.equal(guest.problem?.code, 'no-such-question')
  })

  it('is done by two hundred at once, and each of them waits', async () => {
    const postId = await say('member', 'Who may stop line 5 at night?')
    await crowd(200, postId)
    assert.equal((await standing(postId)).waitingCount, 200)
  })
})

it('an executive answers one card and thirty people are served', async () => {
  const postId = await say('member', `${mention('executive')} will the travel freeze end in March?`)
  const waiting = await crowd(29, postId)
  must(await (await foyer.as('supervisor')).write(answers.wantToKnow, { postId }))
  // Who waits and agrees is one person.
  const saidId = postId as string as never
  must(await (await foyer.as('supervisor')).write(spaces.react, { saidId, kind: 'agree' }))
  const opened = await openAgain()
  const card = cardOf(opened, postId)
  assert.equal(card?.headline, 'Asked of you by 31 people')
  assert.ok(opened.id !== null)
  later({ seconds: 10 })
  const executive = await foyer.as('executive')
  const answer = {
    briefId: opened.id,
    cardKey: card.key,
    action: 'answer',
    body: 'Yes, on the 15th.',
  } as const
  must(await executive.write(brief.finishCard, answer))
  assert.deepEqual(await toldTo('supervisor'), ['Ingrid Solheim replied. because you follow this thread'])
  const { replies } = must(await executive.read(spaces.getThread, { postId }))
  const replyId = replies[0]?.id as ReplyId
  later({ seconds: 10 })
  await accept('member', postId, replyId)
  assert.deepEqual(await toldTo('supervisor'), [
    'Tomasz Okafor accepted a reply as the answer. Ingrid Solheim replied. because you wanted to know',
  ])
  assert.match((await toldTo('executive')).join(), /Tomasz Okafor accepted a reply as the answer/)
  const told = await sql<{ count: number }>`
    select count(*)::int as count from notices.notice n join notices.told t using (person_id, post_id)
    where n.post_id = ${postId} and t.how = 'accepted' and n.person_id = any (${waiting}::uuid[])`.execute(
    foyer.db,
  )
  assert.equal(told.rows[0]?.count, 29)
  assert.equal((await standing(postId)).state, 'answered')
})

it('nobody hears of an acceptance that was taken back', async () => {
  const postId = await say('member', 'Who may stop line 6 at night?')
  must(await (await foyer.as('steward')).write(answers.wantToKnow, { postId }))
  const { id: replyId } = must(
    await (await foyer.as('delegate')).write(spaces.writeReply, { postId, body: 'Whoever stands there.' }),
  )
  const member = await foyer.as('member')
  must(await member.write(answers.acceptAnswer, { postId, replyId }))
  must(await member.write(answers.takeBackAcceptance, { postId }))
  const facts = { postId, replyId, byId: cast.member.id, at: foyer.clock.now.toString() }
  await foyer.runJob('answers/tell-accepted', facts)
  assert.ok((await toldTo('steward')).every((each) => !each.includes('accepted')))
})
