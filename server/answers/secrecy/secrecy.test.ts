// Asking without a name, through the room's own door: what a token buys, and what is refused.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { fetchTokens, makeSecret, type Token } from '#testing/token-device'

const foyer = await startFoyer()
const { anyone } = foyer
const FETCHERS = ['executive', 'delegate', 'plantManager', 'supervisor', 'member', 'steward'] as const
const stock = new Map<CastName, Token[]>()
let open: SpaceId
let nextTitle = 0

before(async () => {
  const executive = await foyer.as('executive')
  open = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
})

/** Everybody fetches what one week gives them. */
async function beginWeek(): Promise<void> {
  foyer.clock.now = foyer.clock.now.add({ hours: 24 * 7 })
  for (const who of FETCHERS) await fetch(who)
}

async function fetch(who: CastName): Promise<void> {
  stock.set(who, (await fetchTokens({ anyone, caller: await foyer.as(who) })).tokens)
}

function takeToken(): Token {
  for (const tokens of stock.values()) {
    const token = tokens.pop()
    if (token !== undefined) return token
  }
  throw new Error('all tokens are spent')
}

function question(more: object = {}) {
  nextTitle += 1
  const { secret, secretHash } = makeSecret()
  const input = { ...takeToken(), spaceId: open, title: `Why is it so ${nextTitle}?`, secretHash, ...more }
  return { secret, input }
}

/** An hour in which everybody is here. */
async function hour(): Promise<void> {
  await beHere(FETCHERS)
  foyer.clock.now = foyer.clock.now.add({ hours: 1 })
  await foyer.runJobs()
}

async function beHere(people: readonly CastName[]): Promise<void> {
  const ids = people.map((who) => cast[who].id)
  await sql`
    update auth.session set "updatedAt" = ${foyer.clock.now} where "userId" = any (${ids}::uuid[])`.execute(
    foyer.db,
  )
}

async function asked(more: object = {}): Promise<{ postId: PostId; secret: string }> {
  const { input, secret } = question(more)
  const { postId } = must(await anyone.write(answers.askAnonymously, input))
  await hour()
  return { postId, secret }
}

async function replied(postId: PostId): Promise<ReplyId> {
  const executive = await foyer.as('executive')
  return must(await executive.write(spaces.writeReply, { postId, body: 'So it is.' })).id
}

describe('an anonymous question', () => {
  before(beginWeek)

  it('is posted with the next full hour, with that hour as its time, by a colleague', async () => {
    const { input } = question({ body: 'In detail.' })
    foyer.clock.now = foyer.clock.now.add({ minutes: 17, seconds: 33 })
    const kept = must(await anyone.write(answers.askAnonymously, input))
    const reader = await foyer.as('administrator')
    await foyer.runJobs()
    assert.equal((await reader.read(spaces.getThread, { postId: kept.postId })).status, 404)
    foyer.clock.now = Temporal.Instant.from(kept.postedAt).add({ seconds: 41 })
    await foyer.runJobs()
    const { post } = must(await reader.read(spaces.getThread, { postId: kept.postId }))
    assert.deepEqual([post.title, post.body, post.author.name], [input.title, 'In detail.', 'A colleague'])
    assert.equal(Temporal.Instant.from(post.at).toString(), kept.postedAt)
    assert.match(kept.postedAt, /:00:00Z$/)
    const milliseconds = Number.parseInt(kept.postId.replaceAll('-', '').slice(0, 12), 16)
    assert.equal(milliseconds, Temporal.Instant.from(kept.postedAt).epochMilliseconds)
    const standing = must(await reader.read(answers.getQuestion, { postId: kept.postId }))
    assert.deepEqual([standing.strength, standing.state], ['anonymous', 'open'])
  })

  it('waits until five people who may have asked were here since: who was away would be ruled out', async () => {
    foyer.clock.now = foyer.clock.now.add({ hours: 12 })
    const { input } = question()
    const { postId } = must(await anyone.write(answers.askAnonymously, input))
    const reader = await foyer.as('administrator')
    const isThere = async () => {
      foyer.clock.now = foyer.clock.now.add({ hours: 1 })
      await foyer.runJobs()
      return (await reader.read(spaces.getThread, { postId })).status === 200
    }
    await beHere(FETCHERS.slice(0, 4))
    assert.equal(await isThere(), false)
    await beHere(FETCHERS.slice(2, 6))
    assert.equal(await isThere(), true)
    const { post } = must(await reader.read(spaces.getThread, { postId }))
    const posted = foyer.clock.now.round({ smallestUnit: 'hour', roundingMode: 'floor' })
    assert.ok(Temporal.Instant.from(post.at).equals(posted))
  })

  it('without details is the question itself', async () => {
    const { postId } = await asked()
    const { post } = must(await (await foyer.as('steward')).read(spaces.getThread, { postId }))
    assert.equal(post.title, null)
    assert.match(post.body, /^Why is it so/)
  })

  it('sent twice is one question and answered the same', async () => {
    const { input } = question()
    const first = must(await anyone.write(answers.askAnonymously, input))
    assert.deepEqual(must(await anyone.write(answers.askAnonymously, input)), first)
    await hour()
    assert.deepEqual(must(await anyone.write(answers.askAnonymously, input)), first)
    const found = await sql`
      select from spaces.question_post p where p.body = ${input.title}`.execute(foyer.db)
    assert.equal(found.rows.length, 1)
  })

  it('sent twice at the same moment is one question', async () => {
    const { input } = question()
    const both = await Promise.all([1, 2].map(() => anyone.write(answers.askAnonymously, input)))
    const [first, second] = both.map(must)
    assert.deepEqual(first, second)
  })

  it('cannot be paid for with the token of another one', async () => {
    const { input } = question()
    must(await anyone.write(answers.askAnonymously, input))
    const other = await anyone.write(answers.askAnonymously, { ...input, title: 'Something else?' })
    assert.equal(other.problem?.code, 'token-spent')
  })

  it('is refused with a session, whoever it is of, and the token is not spent', async () => {
    const { input } = question()
    for (const who of ['member', 'administrator', 'guest'] as const) {
      const named = await (await foyer.as(who)).write(answers.askAnonymously, input)
      assert.equal(named.problem?.code, 'sent-with-a-name')
    }
    must(await anyone.write(answers.askAnonymously, input))
  })

  it('is refused without a token that the network signed', async () => {
    const { input } = question()
    const forged = [
      { signature: randomBytes(256).toString('base64url') },
      { nonce: randomBytes(32).toString('base64url') },
      { signature: 'A'.repeat(342) },
      { signature: '_'.repeat(342) },
    ]
    for (const other of forged) {
      const answer = await anyone.write(answers.askAnonymously, { ...input, ...other })
      assert.equal(answer.problem?.code, 'no-such-token')
    }
    for (const other of [{ signature: 'not base64!' }, { nonce: '' }, { nonce: '€'.repeat(43) }]) {
      const answer = await anyone.write(answers.askAnonymously, { ...input, ...other })
      assert.equal(answer.status, 400)
    }
  })

  it('goes to no closed and no private space, and none of them is told from one that is not there', async () => {
    const executive = await foyer.as('executive')
    const { input } = question()
    const told = []
    for (const visibility of ['closed', 'private'] as const) {
      const { id } = must(await executive.write(spaces.createSpace, { name: visibility, visibility }))
      told.push((await anyone.write(answers.askAnonymously, { ...input, spaceId: id })).problem?.detail)
    }
    const nowhere = '00000000-0000-7000-8000-0000000000ff' as SpaceId
    told.push((await anyone.write(answers.askAnonymously, { ...input, spaceId: nowhere })).problem?.detail)
    const sentence = 'Anonymous questions go to open spaces alone, which everybody of the house reads.'
    assert.deepEqual(told, [sentence, sentence, sentence])
    must(await anyone.write(answers.askAnonymously, input))
  })

  it('of 50,000 characters is refused and its token kept', async () => {
    const { input } = question()
    const long = await anyone.write(answers.askAnonymously, { ...input, body: 'x'.repeat(50_000) })
    assert.equal(long.status, 400)
    must(await anyone.write(answers.askAnonymously, { ...input, body: 'x'.repeat(20_000) }))
  })

  it('that waits goes nowhere when its space is gone', async () => {
    const executive = await foyer.as('executive')
    const { id } = must(await executive.write(spaces.createSpace, { name: 'Short', visibility: 'open' }))
    const { input } = question({ spaceId: id })
    const { postId } = must(await anyone.write(answers.askAnonymously, input))
    await sql`update spaces.space set visibility = 'private' where id = ${id}`.execute(foyer.db)
    await hour()
    assert.equal((await executive.read(spaces.getThread, { postId })).status, 404)
  })

  it('may mention somebody, who is told of it', async () => {
    const { postId } = await asked({ body: `What does ${mention('supervisor')} think?` })
    const found = await sql<{ author: string }>`
      select m.author_id as author from spaces.mention m where m.post_id = ${postId}`.execute(foyer.db)
    assert.deepEqual(found.rows, [{ author: COLLEAGUE_ID }])
  })
})

describe('whoever asked', () => {
  before(beginWeek)

  it('adds to the question with the secret of their device alone, with the next hour', async () => {
    const { postId, secret } = await asked()
    const added = { postId, secret, body: 'I mean on line 3.' }
    const first = must(await anyone.write(answers.followUpAnonymously, added))
    assert.deepEqual(must(await anyone.write(answers.followUpAnonymously, added)), first)
    await hour()
    const thread = must(await (await foyer.as('member')).read(spaces.getThread, { postId }))
    const said = thread.replies.map(({ body, author }) => [body, author.id])
    assert.deepEqual(said, [['I mean on line 3.', COLLEAGUE_ID]])
  })

  it('is nobody else: another secret, another question and a session are refused', async () => {
    const one = await asked()
    const other = await asked()
    const body = 'It was me.'
    const wrong = { postId: one.postId, secret: other.secret, body }
    assert.equal((await anyone.write(answers.followUpAnonymously, wrong)).problem?.code, 'not-the-asker')
    const named = await (await foyer.as('member')).write(answers.followUpAnonymously, { ...one, body })
    assert.equal(named.problem?.code, 'sent-with-a-name')
    const malformed = await anyone.write(answers.followUpAnonymously, { ...one, secret: 'é', body })
    assert.equal(malformed.status, 400)
  })

  it('adds nothing to a thread that is locked or gone', async () => {
    const { postId, secret } = await asked()
    await sql`update spaces.post set deleted_at = now(), body = '' where id = ${postId}`.execute(foyer.db)
    const answer = await anyone.write(answers.followUpAnonymously, { postId, secret, body: 'Still there?' })
    assert.equal(answer.problem?.code, 'thread-ended')
  })

  it('adds twenty times at most', async () => {
    const { postId, secret } = await asked()
    const add = (body: string) => anyone.write(answers.followUpAnonymously, { postId, secret, body })
    for (let count = 0; count < 20; count += 1) {
      must(await add(`And ${count}?`))
      if (count === 10) await hour()
    }
    assert.equal((await add('And more?')).problem?.code, 'too-many-follow-ups')
    await hour()
    assert.equal((await add('And more?')).problem?.code, 'too-many-follow-ups')
  })

  it('takes a reply for the answer, with the next hour, and nobody is named for it', async () => {
    const { postId, secret } = await asked()
    const replyId = await replied(postId)
    const wrong = { postId, secret: makeSecret().secret, replyId }
    assert.equal((await anyone.write(answers.acceptAnonymously, wrong)).problem?.code, 'not-the-asker')
    must(await anyone.write(answers.acceptAnonymously, { postId, secret, replyId }))
    const reader = await foyer.as('member')
    assert.equal(must(await reader.read(answers.getQuestion, { postId })).state, 'open')
    await hour()
    const { state, answer, owner } = must(await reader.read(answers.getQuestion, { postId }))
    assert.deepEqual([state, answer?.replyId, answer?.acceptedBy.name], ['answered', replyId, 'A colleague'])
    assert.equal(owner?.name, 'Ingrid Solheim')
  })

  it('cannot take words of another thread for the answer', async () => {
    const { postId, secret } = await asked()
    const elsewhere = await replied((await asked()).postId)
    const answer = await anyone.write(answers.acceptAnonymously, { postId, secret, replyId: elsewhere })
    assert.equal(answer.problem?.code, 'no-such-answer')
  })
})
