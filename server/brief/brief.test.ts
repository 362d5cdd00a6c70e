// The brief, through its own door: what comes into it, what its actions do, and whose it is.
import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { type Brief, brief, type Card, type CardAction } from '#contract/brief'
import type { QuestionOf } from '#contract/endpoint'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { changeOf, readRows } from '#testing/canary-rows'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let circle: SpaceId

before(async () => {
  const executive = await foyer.as('executive')
  const opened = { name: 'Plant', visibility: 'open' as const }
  plant = (await executive.write(spaces.createSpace, opened)).body.id
  circle = (await executive.write(spaces.createSpace, { name: 'Circle', visibility: 'private' })).body.id
  await executive.write(spaces.invitePerson, { spaceId: circle, personId: cast.delegate.id })
})

/** No brief holds more than a few cards of one author, so each test begins with a desk that is clear. */
beforeEach(async () => {
  const executive = await foyer.as('executive')
  for (let opened = await open(); opened.cards.some(isAsked); opened = await open()) {
    for (const { key } of opened.cards.filter(isAsked)) {
      const deed = { briefId: opened.id!, cardKey: key, action: 'not-for-me' as const }
      assert.equal((await executive.write(brief.finishCard, deed)).problem, undefined)
    }
  }
})

const isAsked = (card: Card) => card.kind !== 'reflect'

const later = (span: Temporal.DurationLike) => {
  foyer.clock.now = foyer.clock.now.add(span)
}

async function say(who: CastName, body: string, spaceId = plant): Promise<SaidId> {
  later({ seconds: 1 })
  const said = await (await foyer.as(who)).write(spaces.writePost, { spaceId, kind: 'question', body })
  assert.equal(said.problem, undefined)
  return said.body.id as string as SaidId
}

async function ask(body: string, spaceId = plant): Promise<SaidId> {
  return say('delegate', `${mention('executive')} ${body}`, spaceId)
}

async function open(who: CastName = 'executive', minutes: 3 | 5 | 10 | 15 = 15): Promise<Brief> {
  later({ seconds: 1 })
  const opened = await (await foyer.as(who)).write(brief.openBrief, { minutes, again: true })
  assert.equal(opened.problem, undefined)
  return opened.body
}

function cardOf(opened: Brief, saidId: SaidId): Card {
  const card = opened.cards.find(({ words }) => words?.saidId === saidId)
  assert.ok(card !== undefined, 'it is in the brief')
  return card
}

const holds = (opened: Brief, saidId: SaidId) => opened.cards.some(({ words }) => words?.saidId === saidId)

type Deed = Omit<QuestionOf<typeof brief.finishCard>, 'briefId' | 'cardKey'>

async function finish(saidId: SaidId, deed: Deed) {
  const executive = await foyer.as('executive')
  const opened = await open()
  const card = { briefId: opened.id!, cardKey: cardOf(opened, saidId).key }
  later({ seconds: 1 })
  const answer = await executive.write(brief.finishCard, { ...card, ...deed })
  return { executive, card, answer }
}

const thread = async (saidId: SaidId) =>
  (await (await foyer.as('executive')).read(spaces.getThread, { postId: saidId as string as PostId })).body

describe('what comes into a brief', () => {
  it('is what was put to you, who was not heard, whose help was thanked, and a prompt', async () => {
    const asked = await ask('may we buy the second kiln?')
    const unheard = await say('member', 'The night shift repaints one panel in nine.')
    const helped = await say('steward', 'Here is how to read the new rota.')
    for (const who of ['administrator', 'supervisor'] as const) {
      await (await foyer.as(who)).write(spaces.react, { saidId: helped, kind: 'thank' })
    }
    const opened = await open()
    assert.equal(cardOf(opened, asked).kind, 'needs-you')
    assert.equal(cardOf(opened, unheard).kind, 'unheard')
    assert.equal(cardOf(opened, helped).kind, 'recognise')
    assert.equal(opened.cards.at(-1)?.kind, 'reflect')
    for (const card of opened.cards.filter(({ kind }) => kind !== 'reflect')) assert.ok(card.facts.length > 0)
  })

  it('keeps to its minutes, however much there is', async () => {
    for (let number = 0; number < 25; number += 1) {
      await say('delegate', `${mention('steward')} a long matter, ${'and so on '.repeat(40)} ${number}?`)
    }
    for (const minutes of [3, 5, 10, 15] as const) {
      const opened = await open('steward', minutes)
      assert.equal(opened.secondsBudget, minutes * 60)
      assert.ok(opened.secondsPlanned > 0 && opened.secondsPlanned <= opened.secondsBudget)
      const seconds = opened.cards.reduce((sum, card) => sum + card.seconds, 0)
      assert.equal(seconds, opened.secondsPlanned)
    }
  })

  it('is opened once a day and stays what it was, until another is wanted', async () => {
    const executive = await foyer.as('executive')
    const first = await executive.write(brief.openBrief, {})
    const asked = await ask('shall we move the audit?')
    const same = await executive.write(brief.openBrief, {})
    assert.equal(same.body.id, first.body.id)
    assert.equal(holds(same.body, asked), false)
    assert.equal(holds((await executive.write(brief.openBrief, { again: true })).body, asked), true)
    later({ hours: 24 })
    assert.notEqual((await executive.write(brief.openBrief, {})).body.id, first.body.id)
  })

  it('leaves no trace as a preview', async () => {
    const asked = await ask('may I show this to the board?')
    const executive = await foyer.as('executive')
    const rows = await readRows(foyer.db)
    const preview = await executive.read(brief.previewBrief, { minutes: 15 })
    assert.equal(preview.body.id, null)
    assert.equal(holds(preview.body, asked), true)
    assert.deepEqual(changeOf(rows, await readRows(foyer.db)), { vanished: [], appeared: [] })
  })

  it('shows words in every script, also where a line has to be cut', async () => {
    const asked = await ask(`${'🏭'.repeat(70)}?`)
    const titled = { title: '🏭'.repeat(70), body: `${mention('executive')} may we?` }
    await (await foyer.as('delegate')).write(spaces.editWords, { saidId: asked, ...titled })
    assert.ok(cardOf(await open(), asked).line.isWellFormed())
  })
})

describe('doing something with a card', () => {
  it('answers in the thread', async () => {
    const asked = await ask('can the line stop on Friday?')
    const { answer } = await finish(asked, { action: 'answer', body: 'Yes, from noon.' })
    assert.equal(cardOf(answer.body, asked).done, 'answer')
    const { replies } = await thread(asked)
    assert.deepEqual(
      replies.map(({ body, author }) => [body, author.id]),
      [['Yes, from noon.', cast.executive.id]],
    )
    assert.equal(holds(await open(), asked), false)
  })

  it('asks for more in the thread', async () => {
    const asked = await ask('approve the quote?')
    await finish(asked, { action: 'ask-more', body: 'What did the others bid?' })
    assert.equal((await thread(asked)).replies[0]?.body, 'What did the others bid?')
  })

  it('thanks with a reaction', async () => {
    const asked = await ask('I have covered the night shift, fine by you?')
    await finish(asked, { action: 'thank' })
    assert.deepEqual((await thread(asked)).post.reactions, [{ kind: 'thank', count: 1, isYours: true }])
  })

  it('saves with a note, for its reader alone, who can forget it', async () => {
    const asked = await ask('is this the supplier you meant?')
    const { executive } = await finish(asked, { action: 'save', body: 'Ask Marta first' })
    const [saved] = (await executive.read(spaces.listSaved, {})).body.items
    assert.equal(saved?.note, 'Ask Marta first')
    assert.equal(saved?.words.saidId, asked)
    const delegate = await foyer.as('delegate')
    assert.deepEqual((await delegate.read(spaces.listSaved, {})).body.items, [])
    await executive.write(spaces.unsaveWords, { saidId: asked })
    assert.deepEqual((await executive.read(spaces.listSaved, {})).body.items, [])
  })

  it('routes in the open, to somebody whom it then asks', async () => {
    const asked = await ask('who decides on the valve?')
    await finish(asked, { action: 'route', personId: cast.plantManager.id, body: 'yours, I think' })
    assert.equal((await thread(asked)).replies[0]?.body, `${mention('plantManager')} yours, I think`)
    const theirs = await open('plantManager')
    assert.ok(
      theirs.cards.some((card) => card.kind === 'needs-you' && card.words?.postId === (asked as string)),
    )
  })

  it('does not route to somebody who may not read it, and says so', async () => {
    const asked = await ask('shall we close the site?', circle)
    const { answer } = await finish(asked, { action: 'route', personId: cast.plantManager.id })
    assert.equal(answer.problem?.code, 'cannot-read')
    assert.deepEqual((await thread(asked)).replies, [])
    assert.equal(cardOf(await open(), asked).done, null)
  })

  it('keeps a reflection for its reader alone, who can forget it', async () => {
    const executive = await foyer.as('executive')
    const opened = await open()
    const prompt = opened.cards.find(({ kind }) => kind === 'reflect')!
    const deed = { action: 'reflect' as const, body: 'I answer too fast.' }
    await executive.write(brief.finishCard, { briefId: opened.id!, cardKey: prompt.key, ...deed })
    const [kept] = (await executive.read(brief.listReflections, {})).body.items
    assert.deepEqual([kept?.prompt, kept?.body], [prompt.prompt, 'I answer too fast.'])
    const delegate = await foyer.as('delegate')
    assert.deepEqual((await delegate.read(brief.listReflections, {})).body.items, [])
    assert.equal((await delegate.write(brief.forgetReflection, { id: kept!.id })).status, 404)
    assert.equal((await executive.write(brief.forgetReflection, { id: kept!.id })).status, 200)
    assert.deepEqual((await executive.read(brief.listReflections, {})).body.items, [])
  })

  it('brings what was put off for later back the next day, and what is not for one never', async () => {
    const putOff = await ask('when do we meet the union?')
    const notHers = await ask('who orders the pens?')
    await finish(putOff, { action: 'later' })
    await finish(notHers, { action: 'not-for-me' })
    const same = await open()
    assert.deepEqual([holds(same, putOff), holds(same, notHers)], [false, false])
    later({ hours: 24 })
    const next = await open()
    assert.deepEqual([holds(next, putOff), holds(next, notHers)], [true, false])
  })

  it('is done once, also when two devices press at the same moment', async () => {
    const asked = await ask('is the budget final?')
    const { executive, card } = await finish(asked, { action: 'answer', body: 'It is.' })
    const again = await executive.write(brief.finishCard, { ...card, action: 'answer', body: 'It is!' })
    assert.equal(again.problem?.code, 'card-done')
    const other = await ask('is the plan final?')
    const opened = await open()
    const both = { briefId: opened.id!, cardKey: cardOf(opened, other).key, action: 'answer' as const }
    const answers = await Promise.all(
      ['Yes.', 'Indeed.', 'Quite.'].map((body) => executive.write(brief.finishCard, { ...both, body })),
    )
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409])
    assert.equal((await thread(other)).replies.length, 1)
  })

  it('asks for what it needs', async () => {
    const asked = await ask('which of the two?')
    const refusedFor = async (deed: Deed) => (await finish(asked, deed)).answer.problem?.code
    assert.equal(await refusedFor({ action: 'answer' }), 'words-missing')
    assert.equal(await refusedFor({ action: 'route' }), 'person-missing')
    assert.equal(await refusedFor({ action: 'reflect', body: 'x' }), 'no-such-action')
    assert.equal(await refusedFor({ action: 'dance' as CardAction }), 'wrong-input')
  })

  it('counts as heard whom one read, and not whom one put off', async () => {
    const executive = await foyer.as('executive')
    const read = async () => (await executive.read(voices.whoYouHeard, { period: 'year' })).body.readTotal
    const before = await read()
    await finish(await ask('read or not?'), { action: 'later' })
    assert.equal(await read(), before)
    await finish(await ask('read or not, again?'), { action: 'read', seconds: 12 })
    assert.equal(await read(), before + 1)
  })
})
