// Cards of help that was thanked, of what came of one's own words, and of rooms to come, through the brief's own door.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brief } from '#contract/brief'
import { people } from '#contract/people'
import type { SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import type { CardSource } from '#platform/cards'
import { findReader } from '#rooms/people'
import { must } from '#testing/answer'
import { openBriefHouse } from '#testing/brief-house'
import { cast } from '#testing/cast'
import { planBrief } from '../plan-brief.ts'
import { DEFAULT_WEIGHTS } from '../worth.ts'

const { foyer, later, say, reply, react, openAgain, cardOf, readCard } = await openBriefHouse()

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
    const opened = await openAgain()
    const proposed = Object.entries(said)
      .filter(([, postId]) => cardOf(opened, postId)?.kind === 'recognise')
      .map(([name]) => name)
    assert.deepEqual(proposed, ['twice', 'across'])
    assert.deepEqual(cardOf(opened, said.twice)?.actions.slice(0, 2), ['thank', 'answer'])
    await react('executive', said.twice)
    assert.notEqual(cardOf(await openAgain(), said.twice)?.kind, 'recognise')
  })
})

describe('what came of what one said', () => {
  it('is one card with its numbers, done once it was read, and back when twice as many have answered', async () => {
    const own = await say('executive', 'Shall we end the travel freeze?')
    await reply('member', own, 'Yes.')
    assert.equal(cardOf(await openAgain(), own), undefined, 'one person is a conversation')
    later({ hours: 1 })
    await react('supervisor', own, 'agree')
    await react('steward', own, 'concerned')
    const opened = await openAgain()
    const card = cardOf(opened, own)
    assert.equal(card?.kind, 'reactions')
    assert.match(
      card?.facts[0] ?? '',
      /^3 people answered what you asked on \w+day: one agrees, one is concerned$/,
    )
    await readCard(opened, own)
    await react('delegate', own, 'agree')
    await reply('outsider', own, 'Not before the fair.')
    const again = cardOf(await openAgain(), own)
    assert.match(again?.facts[0] ?? '', /^5 people answered .*: 2 agree, one is concerned$/)
    must(
      await (await foyer.as('executive')).write(spaces.markSeen, {
        postId: own,
        at: foyer.clock.now.toString(),
      }),
    )
    assert.equal(cardOf(await openAgain(), own), undefined, 'she has looked')
    await react('administrator', own, 'agree')
    await reply('plantManager', own, 'Gladly.')
    assert.match(cardOf(await openAgain(), own)?.facts[0] ?? '', /^2 people answered .*: one agrees$/)
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
