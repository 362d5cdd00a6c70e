// What is like a question, and for whom, through the room's own door.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import type { PersonId, PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import type { CastName } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { reuseOwnData } from './export.ts'

const foyer = await startFoyer()

async function openSpace(name: string, visibility: 'open' | 'private', by: CastName = 'member') {
  return must(await (await foyer.as(by)).write(spaces.createSpace, { name, visibility })).id
}

const hall = await openSpace('Hall', 'open')
const cellar = await openSpace('Cellar', 'private')

async function ask(title: string, spaceId: SpaceId = hall, body?: string): Promise<PostId> {
  const member = await foyer.as('member')
  return must(await member.write(answers.askQuestion, { spaceId, title, ...(body && { body }) })).postId
}

async function answer(postId: PostId, body: string, reviewOn = '2027-01-01'): Promise<ReplyId> {
  const executive = await foyer.as('executive')
  const { id } = must(await executive.write(spaces.writeReply, { postId, body }))
  await sql`
    insert into answers.question (post_id, answer_id, accepted_at, review_on)
    values (${postId}, ${id}, ${foyer.clock.now}, ${reviewOn}::date)`.execute(foyer.db)
  return id
}

async function similarTo(text: string, who: CastName = 'executive') {
  return must(await (await foyer.as(who)).read(answers.listSimilar, { text }))
}

const idsOf = ({ items }: Awaited<ReturnType<typeof similarTo>>) => items.map(({ postId }) => postId)

it('the same question in other words is found, with its answer, before one that nobody answered', async () => {
  const open = await ask('How do we order visitor badges for suppliers?')
  const answered = await ask('Where can I order visitor badges?')
  const late = await ask('How can I order visitor badges?')
  await answer(answered, 'At the **gate**, two days before.')
  await answer(late, 'By telephone.', '2026-03-01')
  const { items, reason } = await similarTo('where do I order visitor badges')
  assert.equal(reason, null)
  assert.deepEqual(
    items.map(({ postId, state }) => [postId, state]),
    [
      [answered, 'answered'],
      [late, 'out-of-date'],
      [open, 'open'],
    ],
  )
  const [first] = items
  assert.equal(first?.line, 'Where can I order visitor badges?')
  assert.equal(first.space.name, 'Hall')
  assert.equal(first.isStrong, true)
  assert.equal(first.answer?.opening, 'At the **gate**, two days before.')
  assert.equal(first.answer.isCut, false)
})

it('a question in a private space is like nothing to who cannot read it', async () => {
  const hidden = await ask('Which furnace was cracked in January?', cellar)
  assert.deepEqual(idsOf(await similarTo('which furnace was cracked', 'member')), [hidden])
  assert.deepEqual(idsOf(await similarTo('which furnace was cracked')), [])
  assert.equal(
    (await foyer.anyone.read(answers.listSimilar, { text: 'which furnace was cracked' })).status,
    401,
  )
})

it('a note is no question, and a deleted question is none either', async () => {
  const member = await foyer.as('member')
  must(
    await member.write(spaces.writePost, { spaceId: hall, body: 'The turbine hums on Mondays, who knows' }),
  )
  const gone = await ask('Who knows why the turbine hums?')
  must(await member.write(spaces.deleteWords, { saidId: gone as never }))
  assert.deepEqual(idsOf(await similarTo('why does the turbine hum, who knows')), [])
})

it('a merged question stands for the one it leads to: once, and not at all where that one is hidden', async () => {
  const first = await ask('When is the canteen open on Saturday?')
  const other = await ask('Saturday opening hours of the canteen?')
  const led = await ask('Is there Saturday lunch in the cellar kitchen?')
  const secret = await ask('Who cooks in the cellar kitchen?', cellar)
  await sql`insert into answers.question (post_id, merged_into) values (${other}, ${first}), (${led}, ${secret})`.execute(
    foyer.db,
  )
  assert.deepEqual(idsOf(await similarTo('canteen opening hours Saturday')), [first])
  // The canteen is open on Saturday too.
  assert.deepEqual(idsOf(await similarTo('Saturday lunch cellar kitchen')), [first])
  assert.deepEqual(idsOf(await similarTo('Saturday lunch cellar kitchen', 'member')), [secret, first])
})

it('words of two Japanese characters are words, and two of them are enough', async () => {
  const leave = await ask('休暇の申請はどこでしますか')
  const trip = await ask('出張の申請の期限はいつですか')
  await ask('会議室の予約はどこでしますか')
  const ids = idsOf(await similarTo('休暇 申請 方法'))
  assert.deepEqual(ids.slice(0, 2), [leave, trip])
})

it('what is too little to look for finds nothing and says why, and what is too much is refused', async () => {
  const reasons = ['', '   ', 'badge', 'badge one', 'visitation!', 'what is the of it', '休暇']
  const said = []
  for (const text of reasons) said.push((await similarTo(text)).reason)
  assert.deepEqual(said, [
    ...['too-short', 'too-short', 'too-short', 'too-short'],
    ...['too-few-words', 'too-few-words', 'too-short'],
  ])
  const { problem } = await (await foyer.as('executive')).read(answers.listSimilar, {
    text: 'why '.repeat(3000),
  })
  assert.match(problem?.detail ?? '', /at most 2000 characters/)
})

it('an answer that answers counts once a day for each person, however often they press', async () => {
  const postId = await ask('Who may sign for parcels at gate seven?')
  const replyId = await answer(postId, 'Whoever is on duty.')
  const executive = await foyer.as('executive')
  const confirm = async () =>
    must(await executive.write(answers.confirmAnswer, { postId, text: 'who signs for parcels at the gate' }))
  const counted = async () => (await similarTo('who signs for parcels at gate seven')).items[0]?.reuseCount
  must(await executive.write(answers.noteOpened, { postId }))
  assert.equal(await counted(), 0)
  await confirm()
  await confirm()
  must(await executive.write(answers.noteOpened, { postId }))
  assert.equal(await counted(), 1)
  const kept = await sql<{ kind: string; answer: string }>`
    select kind, answer_id as answer from answers.reuse where post_id = ${postId}`.execute(foyer.db)
  assert.deepEqual(kept.rows, [{ kind: 'answers-me', answer: replyId }])
  const began = foyer.clock.now
  foyer.clock.now = began.add({ hours: 24 })
  await confirm()
  foyer.clock.now = began
  assert.equal(await counted(), 2)
})

it('what served somebody is in their copy of their own data, and what they merely opened goes when they have left', async () => {
  const { db } = foyer
  const { rows } = await sql<{ id: PersonId }>`
    select distinct person_id as id from answers.reuse where kind = 'answers-me'`.execute(db)
  const [personId] = rows.map(({ id }) => id)
  assert.ok(personId !== undefined)
  const postId = await ask('Who feeds the koi of hall two?')
  const began = foyer.clock.now
  foyer.clock.now = began.add({ hours: 1 })
  must(await (await foyer.as('executive')).write(answers.noteOpened, { postId }))
  foyer.clock.now = began
  const kinds = async () => {
    const texts: string[] = []
    for await (const entry of reuseOwnData.entries({ db, personId })) {
      if ('text' in entry) for await (const text of entry.text) texts.push(text)
    }
    return (JSON.parse(texts.join('')) as { kind: string }[]).map(({ kind }) => kind)
  }
  assert.deepEqual(await kinds(), ['answers-me', 'opened', 'answers-me'])
  await reuseOwnData.forget({ db, personId })
  assert.deepEqual(await kinds(), ['answers-me', 'answers-me'])
})

it('nothing is confirmed that has no answer, is not to be read, or was not asked', async () => {
  const executive = await foyer.as('executive')
  const postId = await ask('Who waters the plants of floor two?')
  const text = 'who waters the plants'
  const unanswered = await executive.write(answers.confirmAnswer, { postId, text })
  assert.equal(unanswered.problem?.code, 'not-answered')
  const hidden = await ask('Who waters the cellar?', cellar)
  await answer(postId, 'The porter.')
  const unread = await executive.write(answers.confirmAnswer, { postId: hidden, text })
  assert.equal(unread.problem?.code, 'no-such-question')
  assert.equal(
    (await executive.write(answers.noteOpened, { postId: hidden })).problem?.code,
    'no-such-question',
  )
  const unasked = await executive.write(answers.confirmAnswer, { postId, text: 'plants' })
  assert.equal(unasked.problem?.code, 'question-too-short')
})

it('whatever is typed, what is found are questions in sight, each once, and no more than five', async () => {
  const words =
    'where who badge visitor order canteen Saturday cellar kitchen furnace plants gate sign 申請 休暇 "; \' & | ! : * ( \\'
  const text = fc.array(fc.constantFrom(...words.split(' ')), { maxLength: 12 }).map((each) => each.join(' '))
  const visible = await sql<{ id: string }>`
    select post_id as id from spaces.question_post where space_id = ${hall}`.execute(foyer.db)
  const inSight = new Set(visible.rows.map(({ id }) => id))
  const rank = { answered: 0, 'out-of-date': 1, superseded: 2, open: 3 }
  await fc.assert(
    fc.asyncProperty(text, async (typed) => {
      const { items } = await similarTo(typed)
      assert.ok(items.length <= 5)
      assert.equal(new Set(items.map(({ postId }) => postId)).size, items.length)
      for (const { postId, coverage, state, answer: given } of items) {
        assert.ok(inSight.has(postId))
        assert.ok(coverage > 0 && coverage <= 1 && state in rank)
        assert.equal(given === null, state === 'open')
      }
    }),
    { numRuns: 60 },
  )
})
