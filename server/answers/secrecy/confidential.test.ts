// Asking confidentially, through the room's own door: the asker keeps all that an asker may, and nobody learns of it.
import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { COLLEAGUE_ID } from '#contract/colleague'
import { notices } from '#contract/notices'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { answersOwnData } from '../export.ts'
import { tellAccepted } from '../standing/tell-accepted.ts'

const foyer = await startFoyer()
const MEMBERS = ['delegate', 'supervisor', 'member', 'steward'] as const
let open: SpaceId
let shift: SpaceId
let nextTitle = 0

before(async () => {
  const keeper = await foyer.as('plantManager')
  open = must(await keeper.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  shift = must(await keeper.write(spaces.createSpace, { name: 'Shift', visibility: 'private' })).id
  for (const who of MEMBERS)
    must(await keeper.write(spaces.invitePerson, { spaceId: shift, personId: cast[who].id }))
})

// What is made at one instant has no order.
beforeEach(() => later())

function later(): void {
  foyer.clock.now = foyer.clock.now.add({ minutes: 5 })
}

function question(more: object = {}) {
  nextTitle += 1
  return {
    spaceId: open,
    title: `Who checks the press ${nextTitle}?`,
    body: 'Nobody did last week.',
    ...more,
  }
}

async function asked(who: CastName = 'member', more: object = {}): Promise<PostId> {
  return must(await (await foyer.as(who)).write(answers.askConfidentially, question(more))).postId
}

async function replied(postId: PostId): Promise<ReplyId> {
  later()
  const supervisor = await foyer.as('supervisor')
  return must(await supervisor.write(spaces.writeReply, { postId, body: 'I do.' })).id
}

/** The job that an acceptance starts, as it would have heard of it. */
async function hearOf(postId: PostId): Promise<void> {
  const found = await sql<{ replyId: ReplyId; byId: typeof COLLEAGUE_ID; at: Temporal.Instant }>`
    select answer_id as "replyId", accepted_by as "byId", accepted_at as at
    from answers.question where post_id = ${postId}`.execute(foyer.db)
  const [row] = found.rows
  assert.ok(row)
  await tellAccepted(foyer.db, { ...row, postId, at: row.at.toString() })
}

async function noticeOf(who: CastName, postId: PostId) {
  await foyer.runJobs()
  const { items } = must(await (await foyer.as(who)).read(notices.listNotices, {}))
  return items.find((each) => each.postId === postId)
}

async function copyOf(who: CastName): Promise<Record<string, { id: string }[]>> {
  const copy: Record<string, { id: string }[]> = {}
  const personId = cast[who].id
  for await (const entry of answersOwnData.entries({ db: foyer.db, personId }))
    if ('text' in entry) copy[entry.path] = JSON.parse(await text(entry.text))
  return copy
}

describe('a confidential question', () => {
  it('is posted at once by a colleague, and says to everybody that it is confidential', async () => {
    const given = question()
    const { postId } = must(await (await foyer.as('member')).write(answers.askConfidentially, given))
    for (const who of ['administrator', 'steward', 'plantManager', 'member'] as const) {
      const { post } = must(await (await foyer.as(who)).read(spaces.getThread, { postId }))
      assert.deepEqual([post.title, post.author.id, post.may.edit], [given.title, COLLEAGUE_ID, false])
      const standing = must(await (await foyer.as(who)).read(answers.getQuestion, { postId }))
      assert.deepEqual([standing.strength, standing.youAsked], ['confidential', who === 'member'])
    }
  })

  it('without details is the question itself, and in one word is none', async () => {
    const postId = await asked('member', { body: '' })
    const { post } = must(await (await foyer.as('steward')).read(spaces.getThread, { postId }))
    assert.equal(post.title, null)
    assert.match(post.body, /^Who checks/)
    const short = await (await foyer.as('member')).write(
      answers.askConfidentially,
      question({ title: 'Why' }),
    )
    assert.equal(short.problem?.code, 'question-too-short')
  })

  it('sent twice under one key is one question', async () => {
    const member = await foyer.as('member')
    const given = question()
    const [first, second] = [
      must(await member.write(answers.askConfidentially, given, 'the-very-same-key')),
      must(await member.write(answers.askConfidentially, given, 'the-very-same-key')),
    ]
    assert.deepEqual(first, second)
  })

  it('goes to a private space that five people read, and stays out of sight for all others', async () => {
    const postId = await asked('member', { spaceId: shift })
    must(await (await foyer.as('steward')).read(spaces.getThread, { postId }))
    assert.equal((await (await foyer.as('administrator')).read(spaces.getThread, { postId })).status, 404)
  })

  it('is refused where fewer than five people read along, guests not counted', async () => {
    const keeper = await foyer.as('plantManager')
    const { id } = must(await keeper.write(spaces.createSpace, { name: 'Four', visibility: 'private' }))
    for (const who of ['supervisor', 'member', 'steward'] as const)
      must(await keeper.write(spaces.invitePerson, { spaceId: id, personId: cast[who].id }))
    await sql`
      insert into spaces.membership (space_id, person_id, is_keeper, joined_at)
      values (${id}, ${cast.guest.id}, false, ${foyer.clock.now})`.execute(foyer.db)
    const member = await foyer.as('member')
    const four = await member.write(answers.askConfidentially, question({ spaceId: id }))
    assert.equal(four.problem?.code, 'too-few-readers')
    must(await keeper.write(spaces.invitePerson, { spaceId: id, personId: cast.delegate.id }))
    must(await member.write(answers.askConfidentially, question({ spaceId: id })))
  })

  it('is refused where its asker may not write, and to guests and to nobody', async () => {
    const outsider = await foyer.as('outsider')
    const hidden = await outsider.write(answers.askConfidentially, question({ spaceId: shift }))
    const nowhere = '00000000-0000-7000-8000-0000000000ff' as SpaceId
    const absent = await outsider.write(answers.askConfidentially, question({ spaceId: nowhere }))
    assert.deepEqual([hidden.status, hidden.problem?.detail], [404, absent.problem?.detail])
    assert.equal((await (await foyer.as('guest')).write(answers.askConfidentially, question())).status, 403)
    assert.equal((await foyer.anyone.write(answers.askConfidentially, question())).status, 401)
  })

  it('counts towards what its asker may write in a minute', async () => {
    const strict = await startFoyer({ environment: { WORDS_PER_MINUTE: '2' } })
    const keeper = await strict.as('plantManager')
    const { id } = must(await keeper.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
    const member = await strict.as('member')
    must(await member.write(answers.askConfidentially, question({ spaceId: id })))
    must(await member.write(spaces.writePost, { spaceId: id, body: 'Good morning.' }))
    const third = await member.write(answers.askConfidentially, question({ spaceId: id }))
    assert.equal(third.status, 429)
  })

  it('counts towards what somebody new may say in a day', async () => {
    const now = foyer.clock.now
    await sql`
      update people.person set created_at = ${now} where id = ${cast.outsider.id}`.execute(foyer.db)
    await sql`
      update people.network set begun_at = ${now}::timestamptz - interval '3 days 1 second'`.execute(foyer.db)
    for (let count = 0; count < 10; count += 1) await asked('outsider')
    const eleventh = await (await foyer.as('outsider')).write(answers.askConfidentially, question())
    assert.equal(eleventh.problem?.code, 'newcomer')
  })

  it('tells whom it mentions', async () => {
    const postId = await asked('member', { body: `What does ${mention('supervisor')} think?` })
    const found = await sql<{ author: string }>`
      select m.author_id as author from spaces.mention m where m.post_id = ${postId}`.execute(foyer.db)
    assert.deepEqual(found.rows, [{ author: COLLEAGUE_ID }])
  })
})

describe('whoever asked confidentially', () => {
  it('hears of a reply and of an acceptance, in words that would fit anybody who waits', async () => {
    const postId = await asked()
    assert.equal(await noticeOf('member', postId), undefined)
    const replyId = await replied(postId)
    const told = await noticeOf('member', postId)
    assert.ok(told)
    must(await (await foyer.as('steward')).write(answers.acceptAnswer, { postId, replyId }))
    await hearOf(postId)
    const accepted = JSON.stringify(await noticeOf('member', postId))
    assert.match(accepted, /because you wanted to know/)
    assert.doesNotMatch(JSON.stringify([told, accepted]), /you asked/)
  })

  it('takes a reply for the answer and takes that back, as a colleague to everybody', async () => {
    const postId = await asked()
    const replyId = await replied(postId)
    const member = await foyer.as('member')
    must(await member.write(answers.acceptAnswer, { postId, replyId }))
    await hearOf(postId)
    const seen = must(await (await foyer.as('administrator')).read(answers.getQuestion, { postId }))
    assert.deepEqual([seen.state, seen.answer?.acceptedBy.id], ['answered', COLLEAGUE_ID])
    const notice = JSON.stringify(await noticeOf('supervisor', postId))
    assert.match(notice, /A colleague/)
    assert.ok(!notice.includes(cast.member.id))
    // Nobody hears of their own doings.
    assert.doesNotMatch(JSON.stringify(await noticeOf('member', postId)), /accepted/)
    const back = must(await member.write(answers.takeBackAcceptance, { postId }))
    assert.equal(back.state, 'open')
  })

  it('adds to the question as a colleague, and is not told of it', async () => {
    const postId = await asked()
    later()
    const member = await foyer.as('member')
    must(await member.write(answers.followUpConfidentially, { postId, body: 'I mean the old press.' }))
    const { replies } = must(await (await foyer.as('administrator')).read(spaces.getThread, { postId }))
    assert.deepEqual(
      replies.map(({ body, author }) => [body, author.id]),
      [['I mean the old press.', COLLEAGUE_ID]],
    )
    assert.equal(await noticeOf('member', postId), undefined)
  })

  it('is nobody else, and no named or anonymous question is added to so', async () => {
    const postId = await asked()
    const body = 'It was me.'
    for (const who of ['administrator', 'steward', 'supervisor'] as const) {
      const other = await (await foyer.as(who)).write(answers.followUpConfidentially, { postId, body })
      assert.equal(other.problem?.code, 'not-your-confidential-question')
    }
    const member = await foyer.as('member')
    const named = must(
      await member.write(spaces.writePost, { spaceId: open, kind: 'question', body: 'And by name?' }),
    ).id
    const own = await member.write(answers.followUpConfidentially, { postId: named, body })
    assert.equal(own.problem?.code, 'not-your-confidential-question')
    const outside = await asked('member', { spaceId: shift })
    const hidden = await (await foyer.as('outsider')).write(answers.followUpConfidentially, {
      ...{ postId: outside, body },
    })
    assert.equal(hidden.problem?.code, 'no-such-question')
  })

  it('adds nothing to a thread that is locked, and does not wait for their own question', async () => {
    const postId = await asked()
    const member = await foyer.as('member')
    assert.equal((await member.write(answers.wantToKnow, { postId })).problem?.code, 'asked-yourself')
    await sql`
      update spaces.post set locked = '{"reason": "off-topic", "byId": null}' where id = ${postId}`.execute(
      foyer.db,
    )
    const locked = await member.write(answers.followUpConfidentially, { postId, body: 'And?' })
    assert.equal(locked.problem?.code, 'thread-locked')
  })

  it('finds what they asked in their own copy alone, and leaves nothing of it when they leave', async () => {
    const postId = await asked('delegate')
    later()
    const delegate = await foyer.as('delegate')
    const { replyId } = must(
      await delegate.write(answers.followUpConfidentially, { postId, body: 'The old one.' }),
    )
    const ofThem = await copyOf('delegate')
    assert.deepEqual(
      ofThem['asked-confidentially.json']?.map(({ id }) => id),
      [postId, replyId],
    )
    for (const who of ['administrator', 'steward', 'member'] as const)
      assert.ok(!JSON.stringify(await copyOf(who)).includes(postId))
    await answersOwnData.forget({ db: foyer.db, personId: cast.delegate.id })
    const left = await sql`
      select from answers.confidential_asker where post_id = ${postId}`.execute(foyer.db)
    assert.equal(left.rows.length, 0)
    const { post } = must(await (await foyer.as('member')).read(spaces.getThread, { postId }))
    assert.equal(post.author.name, 'A colleague')
  })
})
