// Attention through its own door: the budget, what is promised to those who ask, what is learned, and what comes of it.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { attention } from '#contract/attention'
import { type Brief, brief } from '#contract/brief'
import { people } from '#contract/people'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import type { CardSource } from '#platform/cards'
import { findReader } from '#rooms/people'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { planBrief } from '../plan-brief.ts'
import { DEFAULT_WEIGHTS } from '../worth.ts'

const foyer = await startFoyer()
let plant: SpaceId
let circle: SpaceId

const later = (span: Temporal.DurationLike) => {
  foyer.clock.now = foyer.clock.now.add(span)
}

/** Goes on to a day at noon in UTC, which the briefs of the cast go by. */
const until = (day: string) => {
  foyer.clock.now = Temporal.Instant.from(`${day}T12:00:00Z`)
}

before(async () => {
  const executive = await foyer.as('executive')
  const opened = { name: 'Plant', visibility: 'open' as const }
  plant = must(await executive.write(spaces.createSpace, opened)).id
  circle = must(await executive.write(spaces.createSpace, { name: 'Circle', visibility: 'private' })).id
  await executive.write(spaces.invitePerson, { spaceId: circle, personId: cast.delegate.id })
})

type Said = { title?: string; spaceId?: SpaceId; kind?: 'note' | 'question' }

async function say(who: CastName, body: string, said: Said = {}): Promise<PostId> {
  later({ seconds: 1 })
  const { title, spaceId = plant, kind = 'question' } = said
  return must(await (await foyer.as(who)).write(spaces.writePost, { spaceId, kind, body, title })).id
}

async function reply(who: CastName, postId: PostId, body: string): Promise<SaidId> {
  later({ seconds: 1 })
  return must(await (await foyer.as(who)).write(spaces.writeReply, { postId, body })).id as string as SaidId
}

async function react(
  who: CastName,
  saidId: PostId | SaidId,
  kind: 'thank' | 'agree' | 'concerned' = 'thank',
) {
  later({ seconds: 1 })
  must(await (await foyer.as(who)).write(spaces.react, { saidId: saidId as string as SaidId, kind }))
}

async function open(again = false, minutes: 5 | 15 = 15): Promise<Brief> {
  later({ seconds: 1 })
  return must(await (await foyer.as('executive')).write(brief.openBrief, { minutes, again }))
}

async function finish(
  opened: Brief,
  postId: PostId,
  deed: { action: 'read' | 'answer'; seconds?: number; body?: string },
) {
  const card = opened.cards.find(({ words }) => words?.postId === postId)
  assert.ok(card !== undefined && opened.id !== null, 'it is in the brief')
  later({ seconds: 1 })
  return must(
    await (await foyer.as('executive')).write(brief.finishCard, {
      briefId: opened.id,
      cardKey: card.key,
      ...deed,
    }),
  )
}

const overview = async (who: CastName = 'executive') =>
  must(await (await foyer.as(who)).read(attention.getAttention, {}))
const saves = async (wanted: { minutes?: number | null; pace?: 'own' | 'learned' }) =>
  must(await (await foyer.as('executive')).write(attention.saveAttention, wanted))
const answersBy = async (who: CastName, postId: PostId) =>
  must(await (await foyer.as(who)).read(attention.listAnswersBy, { postId }))
const cardOf = (opened: Brief, postId: PostId) => opened.cards.find(({ words }) => words?.postId === postId)

describe('help that is proposed for thanks', () => {
  it('was thanked by two people or across units, not by the own manager, and not by the reader already', async () => {
    const said = {
      once: await say('steward', 'The rota is in one place now.', { kind: 'note' }),
      twice: await say('administrator', 'Scanners read worn labels again.', { kind: 'note' }),
      byManager: await say('member', 'Both gauges are calibrated.', { kind: 'note' }),
      across: await say('supervisor', 'Where to find safety shoes.', { kind: 'note' }),
    }
    const administrator = await foyer.as('administrator')
    for (const [who, unit] of [
      ['outsider', 'Logistics'],
      ['supervisor', 'Paint'],
    ] as const) {
      must(await administrator.write(people.updateProfile, { id: cast[who].id, unit }))
    }
    await react('member', said.once)
    await react('steward', said.twice)
    await react('member', said.twice)
    await react('supervisor', said.byManager)
    await react('outsider', said.across)
    const opened = await open(true)
    const proposed = Object.entries(said)
      .filter(([, postId]) => cardOf(opened, postId)?.kind === 'recognise')
      .map(([name]) => name)
    assert.deepEqual(proposed, ['twice', 'across'])
    assert.deepEqual(cardOf(opened, said.twice)?.actions.slice(0, 2), ['thank', 'answer'])
    await react('executive', said.twice)
    assert.notEqual(cardOf(await open(true), said.twice)?.kind, 'recognise')
  })
})

describe('what came of what one said', () => {
  it('is one card with its numbers, done once it was read, and back when twice as many have answered', async () => {
    const own = await say('executive', 'Shall we end the travel freeze?')
    await reply('member', own, 'Yes.')
    assert.equal(cardOf(await open(true), own), undefined, 'one person is a conversation')
    later({ hours: 1 })
    await react('supervisor', own, 'agree')
    await react('steward', own, 'concerned')
    const opened = await open(true)
    const card = cardOf(opened, own)
    assert.equal(card?.kind, 'reactions')
    assert.match(
      card?.facts[0] ?? '',
      /^3 people answered what you asked on \w+day: one agrees, one is concerned$/,
    )
    await finish(opened, own, { action: 'read' })
    await react('delegate', own, 'agree')
    await reply('outsider', own, 'Not before the fair.')
    const again = cardOf(await open(true), own)
    assert.match(again?.facts[0] ?? '', /^5 people answered .*: 2 agree, one is concerned$/)
    assert.equal(
      cardOf(must(await (await foyer.as('member')).write(brief.openBrief, {})), own)?.kind,
      undefined,
    )
  })
})

describe('a steer from a room to come', () => {
  it('comes through the door as a card of its own', async () => {
    const postId = await say('plantManager', 'We decided to keep both checks.')
    const reader = await findReader(foyer.db, cast.executive.id)
    assert.ok(reader !== undefined)
    const { now: at } = foyer.clock
    const minutes = 5 as const
    const question = { db: foyer.db, reader, at, minutes, wordsPerMinute: 238, weights: DEFAULT_WEIGHTS }
    const decisions: CardSource = async () => [
      {
        key: `steer:${postId}`,
        kind: 'steer',
        postId,
        replyId: undefined,
        saidId: postId as string as SaidId,
        authorId: cast.plantManager.id,
        at: at.subtract({ hours: 2 }),
        title: 'Two purge checks',
        body: 'We decided to keep both checks.',
        prompt: undefined,
        actions: ['answer', 'later', 'not-for-me'],
        facts: { waiting: 4 },
      },
    ]
    const plan = await planBrief(question, [decisions])
    assert.deepEqual(
      plan.cards.map(({ kind }) => kind),
      ['steer', 'reflect'],
    )
  })
})

describe('an attention budget', () => {
  let asked: PostId
  let older: PostId

  it('is none at first, and refuses what is no budget', async () => {
    assert.equal((await overview()).attention, null)
    assert.equal((await open(true)).attention, null)
    const executive = await foyer.as('executive')
    for (const minutes of [4, 601, 7.5]) {
      assert.equal(
        (await executive.write(attention.saveAttention, { minutes })).problem?.code,
        'wrong-input',
      )
    }
  })

  it('tells whoever reads a thread by when whoever was asked answers, as it was told first', async () => {
    until('2026-03-03')
    const silent = await say('member', `${mention('plantManager')} may we stop line two?`)
    await saves({ minutes: 10 })
    older = await say('member', `${mention('executive')} may we buy the second kiln for Gdańsk?`)
    asked = await say('supervisor', `${mention('executive')} will the travel freeze end in March?`)
    const told = await answersBy('member', asked)
    assert.deepEqual(
      told.items.map(({ person, day, isOver }) => [person.name, day, isOver]),
      [[cast.executive.name, '2026-03-04', false]],
    )
    await saves({ minutes: 600 })
    await say('delegate', `${mention('executive')} could you sign the lease of hall four?`)
    assert.deepEqual(await answersBy('supervisor', asked), told)
    assert.deepEqual(
      (await answersBy('executive', silent)).items,
      [],
      'who has no budget is promised nothing for',
    )
    const thanks = await say('member', `${mention('executive')} thanks for the tour.`, { kind: 'note' })
    assert.deepEqual(
      (await answersBy('member', thanks)).items,
      [],
      'what asks for nothing waits for no answer',
    )
  })

  it('is nobody else’s business, in a place that they cannot see', async () => {
    const hidden = await say('delegate', `${mention('executive')} who signs for the press?`, {
      spaceId: circle,
    })
    assert.equal((await answersBy('delegate', hidden)).items.length, 1)
    const problem = (await (await foyer.as('member')).read(attention.listAnswersBy, { postId: hidden }))
      .problem
    assert.equal(problem?.code, 'no-such-thread')
    assert.deepEqual((await overview('delegate')).promises.items, [])
  })

  it('counts a promise as kept by the end of its day, and opens the figure to its rows', async () => {
    until('2026-03-04')
    await answersBy('member', older)
    await reply('executive', asked, 'It ends on the first of March.')
    assert.deepEqual((await answersBy('supervisor', asked)).items, [])
    until('2026-03-09')
    assert.deepEqual(
      (await answersBy('member', older)).items.map(({ isOver }) => isOver),
      [true],
    )
    const { promises } = await overview()
    const rows = promises.items.map(({ postId, asker, wasKept }) => [postId, asker.name, wasKept])
    assert.deepEqual(
      rows.slice(0, 2).toSorted(),
      [
        [asked, cast.supervisor.name, true],
        [older, cast.member.name, false],
      ].toSorted(),
    )
    assert.equal(promises.keptCount, 1)
    assert.equal(promises.count, promises.items.length)
  })

  it('holds questions back once it is spent, says when it goes on, and shows what waits longest on asking', async () => {
    until('2026-03-10')
    await saves({ minutes: 5 })
    const opened = await open()
    await finish(opened, older, { action: 'read', seconds: 300 })
    const fresh = await say('outsider', `${mention('executive')} where may we unload?`)
    until('2026-03-11')
    const held = await open()
    assert.deepEqual([held.id, held.cards, held.attention?.isSpent], [null, [], true])
    assert.equal(held.attention?.goesOnAt, '2026-03-16T07:30:00Z')
    const longest = await open(true)
    assert.ok(longest.cards.length > 0 && longest.cards.every(({ kind }) => kind === 'needs-you'))
    const times = longest.cards.map(({ words }) => words?.at ?? '')
    assert.deepEqual(times, times.toSorted())
    assert.ok(cardOf(longest, fresh) !== undefined)
    // Three and a half minutes a week are for questions, and more than those wait.
    assert.deepEqual(
      (await answersBy('outsider', fresh)).items.map(({ day }) => day),
      ['2026-03-23'],
    )
    until('2026-03-16')
    const next = await open()
    assert.ok(next.id !== null && next.attention?.isSpent === false && next.attention.secondsSpent === 0)
    await saves({ minutes: null })
    assert.equal((await overview()).attention, null)
  })

  it('leads whoever asked to earlier answers and to who was thanked for them', async () => {
    until('2026-03-17')
    const known = await say('plantManager', 'How do we unload the trailers at the northern ramp?')
    const helped = await reply('administrator', known, 'Unload trailers at the northern ramp after six.')
    await react('plantManager', helped)
    await say('member', 'Which northern entrance is open?')
    await saves({ minutes: 5 })
    const opened = await open(true)
    const [first] = opened.cards
    assert.ok(first?.words)
    await finish(opened, first.words.postId, { action: 'read', seconds: 400 })
    const fresh = await say(
      'outsider',
      `${mention('executive')} may we unload trailers at the northern ramp?`,
    )
    const { elsewhere } = await answersBy('outsider', fresh)
    assert.deepEqual(
      elsewhere?.threads.map(({ postId, replyCount }) => [postId, replyCount]),
      [[known, 1]],
    )
    assert.deepEqual(
      elsewhere?.people.map(({ person, thankedCount }) => [person.name, thankedCount]),
      [[cast.administrator.name, 1]],
    )
    const { items, elsewhere: none } = await answersBy('member', fresh)
    assert.deepEqual([items.length, none], [1, null])
    await saves({ minutes: null })
  })
})

describe('the pace of a reader', () => {
  it('is learned at night from twenty readings, in seconds of cards at once, and given up for one’s own', async () => {
    until('2026-03-20')
    const words = Array.from({ length: 200 }, (_, index) => `the crew painted panel ${index} again`).join(' ')
    const long = await say('steward', `${mention('executive')} could you read this? ${words}`)
    const executive = await foyer.as('executive')
    const before = cardOf(await open(true), long)?.seconds ?? 0
    for (let number = 0; number < 20; number += 1) {
      const body = `Report ${number}. ${'one more panel was painted twice tonight '.repeat(7)}`
      const saidId = (await say('outsider', body, { kind: 'note' })) as string as SaidId
      must(await executive.write(voices.recordReading, { saidId, seconds: 10 }))
    }
    assert.equal((await overview()).pace.learned, null)
    const opened = await open(true)
    const [other] = opened.cards.filter(({ kind }) => kind === 'needs-you')
    assert.ok(other?.words)
    await finish(opened, other.words.postId, { action: 'read', seconds: 5 })
    await foyer.runJob('brief/learn-paces', {})
    const { pace } = await overview()
    assert.deepEqual(
      [pace.choice, pace.wordsPerMinute, pace.learned?.wordsPerMinute],
      ['learned', pace.learned?.wordsPerMinute, pace.learned?.wordsPerMinute],
    )
    assert.ok(pace.wordsPerMinute > 250 && (pace.learned?.readingCount ?? 0) >= 20)
    const faster = await say('steward', `${mention('executive')} could you read this too? ${words}`)
    assert.ok((cardOf(await open(true), faster)?.seconds ?? before) < before)
    assert.equal((await saves({ pace: 'own' })).pace.wordsPerMinute, 238)
    await saves({ pace: 'learned' })
    must(await executive.write(brief.saveSettings, { settings: { wordsPerMinute: 200 } }))
    assert.deepEqual([(await overview()).pace.choice, (await overview()).pace.wordsPerMinute], ['own', 200])
  })
})
