// A brief as of a time sees nothing that came after it.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { brief } from '#contract/brief'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { findReader } from '#rooms/people'
import { cameCards, helpCards, spacesCards } from '#rooms/spaces'
import { voicesCards } from '#rooms/voices'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { planBrief } from './plan-brief.ts'
import type { Plan } from './planned-card.ts'
import { DEFAULT_WEIGHTS } from './worth.ts'

const foyer = await startFoyer()
const said: Record<string, SaidId> = {}
let plant: SpaceId
let asOf: Temporal.Instant
let then: Plan

async function planAt(at: Temporal.Instant): Promise<Plan> {
  const reader = await findReader(foyer.db, cast.executive.id)
  assert.ok(reader !== undefined)
  const question = {
    db: foyer.db,
    reader,
    at,
    minutes: 15 as const,
    wordsPerMinute: 238,
    weights: DEFAULT_WEIGHTS,
  }
  return planBrief(question, [spacesCards, helpCards, cameCards, voicesCards])
}

const pass = () => {
  foyer.clock.now = foyer.clock.now.add({ minutes: 10 })
}

async function say(who: CastName, title: string, body: string): Promise<SaidId> {
  pass()
  const post = { spaceId: plant, kind: 'question' as const, title, body }
  return (await (await foyer.as(who)).write(spaces.writePost, post)).body.id as string as SaidId
}

async function reply(who: CastName, to: SaidId, body: string): Promise<SaidId> {
  pass()
  const postId = to as string as PostId
  return (await (await foyer.as(who)).write(spaces.writeReply, { postId, body })).body.id as string as SaidId
}

async function react(who: CastName, saidId: SaidId, kind: 'agree' | 'thank' | 'concerned'): Promise<void> {
  pass()
  assert.equal((await (await foyer.as(who)).write(spaces.react, { saidId, kind })).problem, undefined)
}

before(async () => {
  const member = await foyer.as('member')
  plant = (await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).body.id
  said.asked = await say('delegate', 'Kiln', `${mention('executive')} may we buy the second kiln?`)
  said.unanswered = await say('plantManager', 'Press', `${mention('executive')} who signs for the press?`)
  said.unheard = await say('member', 'Night shift', 'One panel in nine is painted twice.')
  said.helped = await say('steward', 'Rota', 'How to read the rota.')
  await react('administrator', said.helped, 'thank')
  await react('outsider', said.helped, 'thank')
  said.own = await say('executive', 'Freeze', 'The travel freeze ends in March.')
  for (const who of ['member', 'steward'] as const) await react(who, said.own, 'agree')
  await react('supervisor', said.unheard, 'agree')
  said.answer = await reply('supervisor', said.unanswered, 'I think the plant does.')
  pass()
  asOf = foyer.clock.now
  then = await planAt(asOf)
  pass()
})

describe('a brief as of a time', () => {
  it('has a card of each kind to be wrong about', () => {
    assert.deepEqual(
      new Set(then.cards.map(({ kind }) => kind)),
      new Set(['needs-you', 'unheard', 'reactions', 'recognise', 'reflect']),
    )
  })

  const after: Record<string, () => Promise<unknown>> = {
    'edits of titles and words, and whom they mention since': async () => {
      const wording = {
        title: 'A kiln',
        body: `${mention('executive')} @[x](person:${cast.steward.id}) withdrawn, never mind`,
      }
      await (await foyer.as('delegate')).write(spaces.editWords, { saidId: said.asked!, ...wording })
      pass()
      const again = { title: 'Nights', body: 'Two panels in nine are painted twice.' }
      await (await foyer.as('member')).write(spaces.editWords, { saidId: said.unheard!, ...again })
      const twice = { title: 'Nights!', body: 'Three.' }
      pass()
      await (await foyer.as('member')).write(spaces.editWords, { saidId: said.unheard!, ...twice })
      await (await foyer.as('steward')).write(spaces.editWords, {
        saidId: said.helped!,
        title: 'R',
        body: 'How.',
      })
    },
    'posts written since': async () => {
      await say('outsider', 'Hello', 'I am new here.')
      await say('delegate', 'Another', `${mention('executive')} and a third kiln?`)
    },
    'reactions of others': async () => {
      await react('member', said.asked!, 'agree')
      await react('steward', said.unheard!, 'agree')
      await react('member', said.helped!, 'thank')
      await react('member', said.answer!, 'thank')
      await react('delegate', said.own!, 'concerned')
    },
    'answers of others': () => reply('supervisor', said.asked!, 'I would.'),
    'an answer that was deleted since': async () => {
      await (await foyer.as('supervisor')).write(spaces.deleteWords, { saidId: said.answer! })
    },
    'what the reader thanked since': () => react('executive', said.helped!, 'thank'),
    'what the reader read since': async () => {
      await (await foyer.as('executive')).write(voices.recordReading, { saidId: said.unheard!, seconds: 9 })
    },
    'what the reader answered since': () => reply('executive', said.asked!, 'Yes.'),
    'what was done with cards since': async () => {
      const executive = await foyer.as('executive')
      const { id, cards } = (await executive.write(brief.openBrief, { minutes: 15 })).body
      assert.ok(id !== null && cards.length > 0)
      for (const { key } of cards) {
        await executive.write(brief.finishCard, { briefId: id, cardKey: key, action: 'not-for-me' })
      }
    },
  }

  for (const [what, happens] of Object.entries(after)) {
    it(`does not see ${what}`, async () => {
      pass()
      await happens()
      pass()
      assert.deepEqual(await planAt(asOf), then)
    })
  }

  it('never shows again what was deleted, not even as of before', async () => {
    await (await foyer.as('delegate')).write(spaces.deleteWords, { saidId: said.asked! })
    const plan = await planAt(asOf)
    assert.ok(!plan.cards.some(({ saidId }) => saidId === said.asked))
    assert.ok(!JSON.stringify(plan).includes('kiln'))
  })
})
