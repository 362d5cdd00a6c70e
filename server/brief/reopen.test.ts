// Taking back, forgetting, and whose brief it is.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { type Brief, brief, type Card } from '#contract/brief'
import type { QuestionOf } from '#contract/endpoint'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type CastName, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId

before(async () => {
  const executive = await foyer.as('executive')
  const opened = { name: 'Plant', visibility: 'open' as const }
  plant = (await executive.write(spaces.createSpace, opened)).body.id
})

const later = (span: Temporal.DurationLike) => {
  foyer.clock.now = foyer.clock.now.add(span)
}

/** Each is asked by somebody else, since a brief holds few cards of one author. */
const askers: CastName[] = ['delegate', 'plantManager', 'supervisor', 'member', 'steward', 'administrator']
let asked = 0

async function ask(body: string): Promise<SaidId> {
  later({ minutes: 1 })
  const who = askers[asked % askers.length] ?? 'delegate'
  asked += 1
  const post = { spaceId: plant, kind: 'question' as const, body: `${mention('executive')} ${body}` }
  const said = await (await foyer.as(who)).write(spaces.writePost, post)
  assert.equal(said.problem, undefined)
  return said.body.id as string as SaidId
}

async function open(): Promise<Brief> {
  later({ seconds: 1 })
  const executive = await foyer.as('executive')
  return (await executive.write(brief.openBrief, { minutes: 15, again: true })).body
}

const findCard = (opened: Brief, saidId: SaidId): Card | undefined =>
  opened.cards.find(({ words }) => words?.saidId === saidId)

type Deed = Omit<QuestionOf<typeof brief.finishCard>, 'briefId' | 'cardKey'>

async function finish(saidId: SaidId, deed: Deed) {
  const executive = await foyer.as('executive')
  const opened = await open()
  const card = findCard(opened, saidId)
  assert.ok(card !== undefined && opened.id !== null, 'it is in the brief')
  const where = { briefId: opened.id, cardKey: card.key }
  const done = await executive.write(brief.finishCard, { ...where, ...deed })
  assert.equal(done.problem, undefined)
  return { executive, where }
}

const thread = async (saidId: SaidId) =>
  (await (await foyer.as('executive')).read(spaces.getThread, { postId: saidId as string as PostId })).body
const weightsOf = async () =>
  (await (await foyer.as('executive')).read(brief.getSettings, {})).body.weights.map(({ weight }) => weight)

describe('taking back what was done with a card', () => {
  it('deletes the reply, and the question waits again', async () => {
    const question = await ask('may we buy the kiln?')
    const { executive, where } = await finish(question, { action: 'answer', body: 'Yes' })
    later({ seconds: 5 })
    const reopened = await executive.write(brief.reopenCard, where)
    assert.equal(findCard(reopened.body, question)?.done, null)
    assert.deepEqual(
      (await thread(question)).replies.map(({ isDeleted, body }) => [isDeleted, body]),
      [[true, '']],
    )
    assert.equal(findCard(await open(), question)?.kind, 'needs-you')
    const again = await executive.write(brief.finishCard, { ...where, action: 'answer', body: 'No' })
    assert.equal(again.problem, undefined)
  })

  it('takes the reaction back, and leaves one that was there before', async () => {
    const fresh = await ask('I mended the press, all right?')
    const { executive, where } = await finish(fresh, { action: 'thank' })
    await executive.write(brief.reopenCard, where)
    assert.deepEqual((await thread(fresh)).post.reactions, [])
    const thanked = await ask('I mended the saw, all right?')
    await executive.write(spaces.react, { saidId: thanked, kind: 'thank' })
    const second = await finish(thanked, { action: 'thank' })
    await executive.write(brief.reopenCard, second.where)
    assert.equal((await thread(thanked)).post.reactions.length, 1)
  })

  it('forgets what was saved', async () => {
    const { executive, where } = await finish(await ask('worth keeping?'), { action: 'save' })
    assert.equal((await executive.read(spaces.listSaved, {})).body.items.length, 1)
    await executive.write(brief.reopenCard, where)
    assert.deepEqual((await executive.read(spaces.listSaved, {})).body.items, [])
  })

  it('brings what was put off back at once', async () => {
    const question = await ask('later or now?')
    const { executive, where } = await finish(question, { action: 'later' })
    await executive.write(brief.reopenCard, where)
    assert.ok(findCard(await open(), question) !== undefined)
  })

  it('is refused where nothing was done', async () => {
    const question = await ask('done or not?')
    const opened = await open()
    const executive = await foyer.as('executive')
    const where = { briefId: opened.id!, cardKey: findCard(opened, question)!.key }
    assert.equal((await executive.write(brief.reopenCard, where)).problem?.code, 'card-open')
  })

  it('takes the lesson back and no other, in whatever order', async () => {
    const executive = await foyer.as('executive')
    await executive.write(brief.resetWeights, {})
    const [one, two] = [await ask('first lesson?'), await ask('second lesson?')]
    const untaught = await weightsOf()
    const first = await finish(one, { action: 'not-for-me' })
    const taughtOnce = await weightsOf()
    const second = await finish(two, { action: 'save' })
    assert.notDeepEqual(taughtOnce, untaught)
    await executive.write(brief.reopenCard, first.where)
    assert.notDeepEqual(await weightsOf(), untaught)
    await executive.write(brief.reopenCard, second.where)
    for (const [index, weight] of (await weightsOf()).entries()) {
      assert.ok(Math.abs(weight - (untaught[index] ?? 0)) < 1e-9)
    }
  })
})

describe('what a brief learns', () => {
  it('moves what it weighs a little, and is forgotten at a press, for good', async () => {
    const executive = await foyer.as('executive')
    await finish(await ask('is this a good question?'), { action: 'not-for-me' })
    const { where } = await finish(await ask('and is this one?'), { action: 'not-for-me' })
    const { weights } = (await executive.read(brief.getSettings, {})).body
    const moved = weights.filter((each) => each.weight !== each.default)
    assert.ok(moved.length > 0)
    for (const each of moved) assert.ok(Math.abs(each.weight / each.default - 1) < 0.1)
    const reset = await executive.write(brief.resetWeights, {})
    const isDefault = (all: typeof weights) => all.every((each) => each.weight === each.default)
    assert.ok(isDefault(reset.body.weights))
    await executive.write(brief.reopenCard, where)
    assert.ok(isDefault((await executive.read(brief.getSettings, {})).body.weights))
  })
})

describe('how one wants a brief', () => {
  it('is kept, field by field, and tells when the next one comes', async () => {
    const steward = await foyer.as('steward')
    const settings = { minutes: 5 as const, weekdays: [5, 3, 5], time: '18:45' }
    const saved = await steward.write(brief.saveSettings, { settings })
    assert.deepEqual(saved.body.settings, {
      minutes: 5,
      weekdays: [3, 5],
      time: '18:45',
      wordsPerMinute: 238,
      channel: 'web',
      isCounted: false,
    })
    await steward.write(brief.saveSettings, { settings: { wordsPerMinute: 300 } })
    const kept = (await steward.read(brief.getSettings, {})).body.settings
    assert.deepEqual(kept, { ...saved.body.settings, wordsPerMinute: 300 })
    const opened = (await steward.write(brief.openBrief, {})).body
    assert.equal(opened.minutes, 5)
    const next = Temporal.Instant.from(opened.nextAt).toZonedDateTimeISO('UTC')
    assert.deepEqual([[3, 5].includes(next.dayOfWeek), next.toPlainTime().toString()], [true, '18:45:00'])
    for (const wrong of [{ minutes: 7 }, { weekdays: [0] }, { time: '25:00' }, { wordsPerMinute: 1000 }]) {
      const refused = await steward.write(brief.saveSettings, { settings: wrong as object })
      assert.equal(refused.status, 400)
    }
  })
})

describe('a brief', () => {
  it('of somebody else does not exist for you', async () => {
    const question = await ask('hers or yours?')
    const opened = await open()
    const where = { briefId: opened.id!, cardKey: findCard(opened, question)!.key }
    const delegate = await foyer.as('delegate')
    assert.equal((await delegate.read(brief.getBrief, { id: opened.id! })).problem?.code, 'no-such-brief')
    const done = await delegate.write(brief.finishCard, { ...where, action: 'read' })
    assert.equal(done.problem?.code, 'no-such-brief')
    assert.equal((await delegate.write(brief.reopenCard, where)).problem?.code, 'no-such-brief')
  })

  it('loses a card whose words were deleted, and nothing can be done with it any more', async () => {
    const question = await ask('never mind?')
    const executive = await foyer.as('executive')
    const opened = await open()
    const key = findCard(opened, question)!.key
    const author = askers[(asked - 1) % askers.length] ?? 'delegate'
    await (await foyer.as(author)).write(spaces.deleteWords, { saidId: question })
    const read = await executive.read(brief.getBrief, { id: opened.id! })
    assert.equal(findCard(read.body, question), undefined)
    for (const action of ['save', 'later', 'read'] as const) {
      const done = await executive.write(brief.finishCard, { briefId: opened.id!, cardKey: key, action })
      assert.equal(done.problem?.code, 'no-such-card')
    }
  })
})
