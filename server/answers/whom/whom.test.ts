// Whom a question is put to, and questions that begin with a reply, through the room's own door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { brief } from '#contract/brief'
import { notices } from '#contract/notices'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import type { AskWhom } from '#contract/whom'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')
const executive = await foyer.as('executive')
/** Open to all of the house. */
let plant: SpaceId
/** The member and the supervisor alone. */
let shift: SpaceId

before(async () => {
  plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  must(await member.write(spaces.joinSpace, { id: plant }))
  shift = must(await member.write(spaces.createSpace, { name: 'Shift', visibility: 'private' })).id
  must(await member.write(spaces.invitePerson, { spaceId: shift, personId: cast.supervisor.id }))
})

async function ask(whom: AskWhom, more: { spaceId?: SpaceId; body?: string } = {}) {
  foyer.clock.now = foyer.clock.now.add({ minutes: 2 })
  return member.write(answers.askQuestion, { spaceId: plant, title: 'Who may stop line 3?', whom, ...more })
}

async function postOf(postId: PostId) {
  return must(await member.read(spaces.getThread, { postId })).post
}

async function countIn(spaceId: SpaceId): Promise<number> {
  return must(await member.read(spaces.listPosts, { spaceId })).items.length
}

async function cardsOf(who: CastName): Promise<(string | undefined)[]> {
  const { cards } = must(await (await foyer.as(who)).write(brief.openBrief, { again: true, minutes: 15 }))
  return cards.filter(({ kind }) => kind === 'needs-you').map(({ words }) => words?.saidId)
}

describe('a question to a person', () => {
  it('mentions them once, so that they are told and find it in their brief', async () => {
    const { postId } = must(await ask({ what: 'person', personId: cast.executive.id }))
    assert.equal((await postOf(postId)).body, `${mention('executive')} Who may stop line 3?`)
    const named = must(
      await ask(
        { what: 'person', personId: cast.executive.id },
        { body: `As ${mention('executive')} said.` },
      ),
    )
    assert.equal((await postOf(named.postId)).body, `As ${mention('executive')} said.`)
    assert.ok((await cardsOf('executive')).includes(postId as string as never))
    const { askedOf } = must(await (await foyer.as('supervisor')).read(answers.getAskedOf, { postId }))
    assert.deepEqual([askedOf?.what, askedOf?.person?.id, askedOf?.role], ['person', cast.executive.id, null])
  })

  it('who does not read the space is refused with a sentence, and nothing is asked', async () => {
    const before = await countIn(shift)
    const { problem } = await ask({ what: 'person', personId: cast.executive.id }, { spaceId: shift })
    assert.equal(problem?.code, 'cannot-be-asked-there')
    assert.match(problem?.detail ?? '', /^Ingrid Solheim does not read this space/)
    const nobody = await ask({ what: 'person', personId: '00000000-0000-7000-8000-00000000fade' as never })
    assert.equal(nobody.problem?.code, 'no-such-person')
    const oneself = await ask({ what: 'person', personId: cast.member.id })
    assert.equal(oneself.problem?.code, 'asks-oneself')
    assert.equal(await countIn(shift), before)
  })

  it('is offered where both read, and nowhere else', async () => {
    const of = async (personId: typeof cast.executive.id) =>
      must(await member.read(answers.listSpacesToAsk, { personId })).items.map(({ name }) => name)
    assert.deepEqual(await of(cast.executive.id), ['Plant'])
    assert.deepEqual((await of(cast.supervisor.id)).toSorted(), ['Plant', 'Shift'])
    assert.deepEqual(await of(cast.guest.id), [])
  })
})

describe('a question to a role', () => {
  it('is in the brief of whoever has it until they answer, and is no notice', async () => {
    const { postId } = must(await ask({ what: 'role', role: 'executive' }))
    const { askedOf } = must(await member.read(answers.getAskedOf, { postId }))
    assert.deepEqual([askedOf?.what, askedOf?.role], ['role', 'executive'])
    assert.equal((await postOf(postId)).body, 'Who may stop line 3?')
    foyer.clock.now = foyer.clock.now.add({ minutes: 2 })
    assert.ok((await cardsOf('executive')).includes(postId as string as never))
    assert.ok(!(await cardsOf('plantManager')).includes(postId as string as never))
    const told = must(await executive.read(notices.listNotices, {})).items
    assert.ok(!JSON.stringify(told).includes(postId))
    must(await executive.write(spaces.writeReply, { postId, body: 'Whoever stands next to it.' }))
    foyer.clock.now = foyer.clock.now.add({ minutes: 2 })
    assert.ok(!(await cardsOf('executive')).includes(postId as string as never))
  })

  it('that nobody has who reads the space is refused, and nothing is asked', async () => {
    const before = await countIn(shift)
    const { problem } = await ask({ what: 'role', role: 'executive' }, { spaceId: shift })
    assert.equal(problem?.detail, 'No executive but you reads this space. Ask in another one.')
    assert.equal(await countIn(shift), before)
  })

  it('asks twenty people at most', async () => {
    await sql`
      insert into people.person (id, name, roles, created_at)
      select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Steward ' || n, array['steward'], now()
      from generate_series(1, 40) n`.execute(foyer.db)
    const { postId } = must(await ask({ what: 'role', role: 'steward' }))
    const asked = await sql`select from answers.asked_person where post_id = ${postId}`.execute(foyer.db)
    assert.equal(asked.rows.length, 20)
  })
})

it('a question to anyone who knows says so, one to a space alone says nothing', async () => {
  const anyone = must(await ask({ what: 'anyone' }))
  const { askedOf } = must(await member.read(answers.getAskedOf, anyone))
  assert.deepEqual(askedOf, { what: 'anyone', person: null, role: null })
  const alone = must(await ask({ what: 'space' }))
  assert.equal(must(await member.read(answers.getAskedOf, alone)).askedOf, null)
})

describe('a space that is out of sight', () => {
  it('tells nothing of who reads it', async () => {
    for (const whom of [
      { what: 'role', role: 'executive' },
      { what: 'person', personId: cast.member.id },
    ] as const) {
      const asked = { spaceId: shift, title: 'What is said here?', whom }
      assert.equal((await executive.write(answers.askQuestion, asked)).problem?.code, 'no-such-space')
    }
  })
})

describe('a question that begins with a reply', () => {
  const reply = async (spaceId: SpaceId, body: string) => {
    const note = { spaceId, kind: 'note', body: 'Line 3 stood.' } as const
    const postId = must(await member.write(spaces.writePost, note)).id
    const supervisor = await foyer.as('supervisor')
    return { postId, replyId: must(await supervisor.write(spaces.writeReply, { postId, body })).id }
  }
  const askFrom = (replyId: ReplyId, spaceId: SpaceId, quotes: boolean) =>
    member.write(answers.askQuestion, { spaceId, title: 'Why did it stand?', from: { replyId, quotes } })

  it('quotes it by name, calls nobody a second time, and leads back and forth', async () => {
    const said = `${mention('executive')} it broke. Why does it break?`
    const { postId, replyId } = await reply(shift, said)
    const to = must(await member.read(answers.getReplyToAsk, { replyId, spaceId: shift }))
    assert.deepEqual([to.title, to.mayQuote], ['Why does it break?', true])
    const asked = must(await askFrom(replyId, shift, true))
    const { body } = await postOf(asked.postId)
    assert.equal(
      body,
      `> Ingrid Solheim it broke. Why does it break?\n>\n> — [Piotr Zieliński](/threads/${postId}/${replyId})`,
    )
    const leadsTo = async (from: PostId) =>
      must(await member.read(spaces.getThread, { postId: from })).carriedOn.map((each) => each.postId)
    assert.deepEqual([await leadsTo(postId), await leadsTo(asked.postId)], [[asked.postId], [postId]])
  })

  it('quotes nothing to people who may not read it, but may be asked there without its words', async () => {
    const { postId, replyId } = await reply(shift, 'It broke. Why?')
    assert.equal(must(await member.read(answers.getReplyToAsk, { replyId, spaceId: plant })).mayQuote, false)
    const before = await countIn(plant)
    assert.equal((await askFrom(replyId, plant, true)).problem?.code, 'quote-widens')
    assert.equal(await countIn(plant), before)
    const asked = must(await askFrom(replyId, plant, false))
    const seen = must(await executive.read(spaces.getThread, { postId: asked.postId }))
    assert.deepEqual([seen.post.body, seen.carriedOn], ['Why did it stand?', []])
    const own = must(await member.read(spaces.getThread, { postId: asked.postId }))
    assert.deepEqual(
      own.carriedOn.map((each) => each.postId),
      [postId],
    )
  })

  it('quotes an open space in a closed one, whose members all read it', async () => {
    const { replyId } = await reply(plant, 'It broke. Why?')
    must(await askFrom(replyId, shift, true))
  })

  it('cannot begin with a reply that is out of sight or gone', async () => {
    const { replyId } = await reply(shift, 'It broke. Why?')
    const asked = { spaceId: plant, title: 'What broke here?', from: { replyId, quotes: false } }
    assert.equal((await executive.write(answers.askQuestion, asked)).problem?.code, 'no-such-reply')
    assert.equal((await executive.read(answers.getReplyToAsk, { replyId })).problem?.code, 'no-such-reply')
    const supervisor = await foyer.as('supervisor')
    must(await supervisor.write(spaces.deleteWords, { saidId: replyId as string as never }))
    assert.equal((await askFrom(replyId, shift, false)).problem?.code, 'no-such-reply')
  })
})
