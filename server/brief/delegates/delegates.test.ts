// Delegates, through the door: what they prepare, what its reader sees of it, and what neither of them may.
import assert from 'node:assert/strict'
import { before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Brief, brief } from '#contract/brief'
import { listEndpoints } from '#contract/contract'
import { delegates, type Part } from '#contract/delegates'
import { people } from '#contract/people'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { inputsOf } from '#testing/canary-inputs'
import { nothing } from '#testing/canary-world'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { briefOwnData } from '../export.ts'

const foyer = await startFoyer()
let plant: SpaceId
let circle: SpaceId
const SECRET = 'the merger of the north'

before(async () => {
  const executive = await foyer.as('executive')
  plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  circle = must(
    await executive.write(spaces.createSpace, { name: 'Hidden circle', visibility: 'private' }),
  ).id
  must(await executive.write(spaces.invitePerson, { spaceId: circle, personId: cast.plantManager.id }))
})

/** Each test begins with Daniel as the one delegate, nothing prepared, and a desk that is clear. */
beforeEach(async () => {
  const executive = await foyer.as('executive')
  const opened = await open()
  for (const { key } of opened.cards.filter(({ kind }) => kind === 'needs-you')) {
    const deed = { briefId: opened.id!, cardKey: key, action: 'not-for-me' as const }
    must(await executive.write(brief.finishCard, deed))
  }
  for (const who of ['delegate', 'steward'] as const)
    await executive.write(delegates.endDelegation, { personId: cast[who].id })
  later({ minutes: 1 })
  must(await executive.write(delegates.nameDelegate, { personId: cast.delegate.id }))
})

const later = (span: Temporal.DurationLike) => {
  foyer.clock.now = foyer.clock.now.add(span)
}

async function say(who: CastName, body: string, spaceId = plant): Promise<SaidId> {
  later({ seconds: 1 })
  const said = await (await foyer.as(who)).write(spaces.writePost, { spaceId, kind: 'question', body })
  return must(said).id as string as SaidId
}

const ask = (body: string, spaceId = plant) => say('plantManager', `${mention('executive')} ${body}`, spaceId)

async function open(): Promise<Brief> {
  later({ seconds: 1 })
  return must(await (await foyer.as('executive')).write(brief.openBrief, { minutes: 15, again: true }))
}

const cardOf = ({ cards }: Brief, saidId: SaidId) => cards.find(({ words }) => words?.saidId === saidId)
const ofExecutive = { personId: cast.executive.id }

async function prepare(saidId: SaidId, part: Part, body?: string) {
  return prepareAs('delegate', { saidId, part, ...(body !== undefined && { body }) })
}

async function prepareAs(who: CastName, given: { saidId: SaidId; part: Part; body?: string }) {
  later({ seconds: 1 })
  return (await foyer.as(who)).write(delegates.prepareCard, { ...ofExecutive, ...given })
}

const preparation = async (who: CastName = 'delegate') =>
  (await foyer.as(who)).read(delegates.getPreparation, ofExecutive)
const acts = async (who: CastName) =>
  must(await (await foyer.as(who)).read(delegates.listDelegateActs, { limit: 50 })).items

describe('what a delegate prepares', () => {
  it('names them, keeps their view apart, and comes first where it was pinned', async () => {
    const asked = await ask('may we stop line four?')
    const other = await say('delegate', 'The kiln is back.')
    must(await prepare(asked, 'view', 'I would say yes.'))
    must(await prepare(other, 'pin'))
    const opened = await open()
    const viewed = cardOf(opened, asked)?.prepared
    assert.deepEqual([viewed?.by[0]?.name, viewed?.view?.body], ['Daniel Reyes', 'I would say yes.'])
    assert.equal(opened.cards[0]?.words?.saidId, other)
    assert.equal(opened.cards[0]?.prepared?.isPinned, true)
    const order = { ...ofExecutive, saidIds: [asked, other] }
    must(await (await foyer.as('delegate')).write(delegates.orderCards, order))
    assert.equal((await open()).cards[0]?.words?.saidId, other, 'what is pinned comes first in any case')
    must(await prepare(asked, 'pin'))
    assert.equal((await open()).cards[0]?.words?.saidId, asked)
    assert.ok(opened.secondsPlanned <= opened.secondsBudget)
  })

  it('is left out with a reason, and comes back and stays when its reader wants it', async () => {
    const asked = await ask('who signs for the crane?')
    assert.equal((await prepare(asked, 'leave-out')).problem?.code, 'reason-missing')
    must(await prepare(asked, 'leave-out', 'Marta signs.'))
    const opened = await open()
    assert.equal(cardOf(opened, asked), undefined)
    const [left] = opened.leftOut
    assert.deepEqual([left?.saidId, left?.by?.name, left?.reason], [asked, 'Daniel Reyes', 'Marta signs.'])
    const back = { briefId: opened.id!, cardKey: left!.cardKey }
    const executive = await foyer.as('executive')
    const after = must(await executive.write(delegates.bringBack, back))
    assert.ok(cardOf(after, asked) !== undefined && after.leftOut.length === 0)
    assert.equal((await prepare(asked, 'leave-out', 'Really.')).problem?.code, 'restored')
    assert.equal(must(await preparation()).cards.find(({ saidId }) => saidId === asked)?.isRestored, true)
    assert.ok(
      (await acts('delegate')).some(({ kind, by }) => kind === 'restored' && by.name === 'Ingrid Solheim'),
    )
    assert.ok(cardOf(await open(), asked) !== undefined)
  })

  it('goes at once when the delegation ends, and stays as it was in the log of both', async () => {
    const asked = await ask('shall we hire for nights?')
    must(await prepare(asked, 'view', 'Wait for March.'))
    const executive = await foyer.as('executive')
    must(await executive.write(delegates.endDelegation, { personId: cast.delegate.id }))
    assert.equal(cardOf(await open(), asked)?.prepared, null)
    assert.equal((await preparation()).status, 404)
    assert.equal((await prepare(asked, 'view', 'Still me.')).status, 404)
    for (const who of ['executive', 'delegate'] as const)
      assert.ok((await acts(who)).some(({ note }) => note === 'Wait for March.'))
    assert.deepEqual(await acts('member'), [])
    for (const who of ['executive', 'delegate'] as const) {
      const own: string[] = []
      for await (const entry of briefOwnData.entries({ db: foyer.db, personId: cast[who].id }))
        if (entry.path === 'delegate-acts.json' && 'text' in entry)
          own.push(...(await Array.fromAsync(entry.text)))
      assert.match(own.join(''), /Wait for March/)
    }
    const rewritten = sql`update brief.delegate_act set note = 'Otherwise.' where note = 'Wait for March.'`
    await assert.rejects(rewritten.execute(foyer.db), /only added to/)
  })

  it('is done with the card, and after two weeks', async () => {
    const asked = await ask('is the ramp safe?')
    must(await prepare(asked, 'pin'))
    const opened = await open()
    const done = { briefId: opened.id!, cardKey: cardOf(opened, asked)!.key, action: 'read' as const }
    must(await (await foyer.as('executive')).write(brief.finishCard, done))
    assert.equal(cardOf(await open(), asked), undefined)
    const lasting = await say('delegate', 'A matter for weeks.')
    must(await prepare(lasting, 'pin'))
    later({ hours: 24 * 15 })
    assert.equal(cardOf(await open(), lasting), undefined)
  })

  it('is named after both where there are two, and the last who wrote wins', async () => {
    const executive = await foyer.as('executive')
    must(await executive.write(delegates.nameDelegate, { personId: cast.steward.id }))
    const asked = await ask('which of the two vans?')
    must(await prepare(asked, 'pin'))
    must(await prepare(asked, 'view', 'The small one.'))
    must(await prepareAs('steward', { saidId: asked, part: 'view', body: 'The large one.' }))
    const prepared = cardOf(await open(), asked)?.prepared
    assert.deepEqual(prepared?.by.map(({ name }) => name).toSorted(), ['Aiko Tanaka', 'Daniel Reyes'])
    assert.deepEqual([prepared?.view?.by.name, prepared?.view?.body], ['Aiko Tanaka', 'The large one.'])
    const views = (await acts('executive')).filter(({ kind }) => kind === 'viewed').map(({ note }) => note)
    assert.deepEqual(views.slice(0, 2), ['The large one.', 'The small one.'])
  })
})

describe('a draft', () => {
  it('is sent by the executive alone and says for ever who drafted it', async () => {
    const asked = await ask('may we order steel?')
    must(await prepare(asked, 'draft', 'Yes, forty tonnes.'))
    const opened = await open()
    const card = cardOf(opened, asked)!
    assert.equal(card.prepared?.draft?.body, 'Yes, forty tonnes.')
    const deed = { briefId: opened.id!, cardKey: card.key, action: 'answer' as const }
    const answer = { ...deed, body: 'Yes, thirty tonnes.', draftedById: cast.delegate.id }
    assert.equal((await (await foyer.as('delegate')).write(brief.finishCard, answer)).status, 404)
    const executive = await foyer.as('executive')
    const other = { ...answer, draftedById: cast.steward.id }
    assert.equal((await executive.write(brief.finishCard, other)).problem?.code, 'no-such-draft')
    must(await executive.write(brief.finishCard, answer))
    const read = async () => {
      const thread = await executive.read(spaces.getThread, { postId: asked as string as PostId })
      return must(thread).replies[0]!
    }
    const reply = await read()
    assert.deepEqual([reply.author.name, reply.draftedBy?.name], ['Ingrid Solheim', 'Daniel Reyes'])
    later({ seconds: 5 })
    const edit = { saidId: reply.id as string as SaidId, body: 'Twenty.' }
    must(await executive.write(spaces.editWords, edit))
    assert.deepEqual([(await read()).body, (await read()).draftedBy?.name], ['Twenty.', 'Daniel Reyes'])
  })

  it('and nothing else speaks in somebody’s name: no write of a delegate does', async () => {
    const asked = await ask('speak for me?')
    const opened = await open()
    const card = cardOf(opened, asked)!.key
    const theirs = {
      ...nothing(foyer.clock.now),
      person: cast.executive.id,
      space: plant,
      post: asked,
      said: asked,
    }
    const bundle: Record<string, string> = { ...theirs, brief: opened.id!, card }
    const delegate = await foyer.as('delegate')
    const said = async () =>
      (await sql`select said_id from spaces.said where author_id = ${cast.executive.id}`.execute(foyer.db))
        .rows
    const before = await said()
    // What ends the session of whoever tries it would leave the rest untried.
    const tried = listEndpoints().filter(
      ({ method, room }) => method === 'POST' && room !== 'auth' && room !== 'records',
    )
    for (const endpoint of tried)
      for (const input of inputsOf(endpoint, (thing) => bundle[thing] ?? ''))
        await delegate.write(endpoint, input as object)
    must(await delegate.read(delegates.listDelegates, {}))
    assert.deepEqual(await said(), before)
    assert.equal(
      cardOf(must(await (await foyer.as('executive')).read(brief.getBrief, { id: opened.id! })), asked)?.done,
      null,
    )
  })
})

describe('what a delegate may not see', () => {
  it('is counted and nothing else: no word, author or space of it in what they prepare, left out or log', async () => {
    const executive = await foyer.as('executive')
    const hidden = await ask(SECRET, circle)
    must(await executive.write(delegates.nameDelegate, { personId: cast.steward.id }))
    must(await executive.write(spaces.invitePerson, { spaceId: circle, personId: cast.steward.id }))
    must(await prepareAs('steward', { saidId: hidden, part: 'leave-out', body: `It is about ${SECRET}.` }))
    const seen = await ask('is this in sight?')
    const told = async () =>
      JSON.stringify([must(await preparation()), await acts('delegate'), must(await prepare(seen, 'pin'))])
    assert.doesNotMatch(await told(), /merger|Hidden circle/)
    must(
      await (await foyer.as('steward')).write(delegates.takeBackPart, {
        ...ofExecutive,
        saidId: hidden,
        part: 'leave-out',
      }),
    )
    assert.doesNotMatch(await told(), /merger|Hidden circle/)
    assert.ok(must(await preparation()).hiddenCount > 0)
    for (const part of ['pin', 'view', 'draft', 'leave-out'] as const)
      assert.equal((await prepare(hidden, part, 'I guess.')).problem?.code, 'no-such-words')
    const order = { ...ofExecutive, saidIds: [hidden] }
    assert.equal((await (await foyer.as('delegate')).write(delegates.orderCards, order)).status, 404)
  })

  it('is the share of unheard voices: who they are, and any way to move them', async () => {
    const voice = await say('member', 'The night shift repaints one panel in nine.')
    assert.equal(cardOf(await open(), voice)?.kind, 'unheard')
    const prepared = must(await preparation())
    assert.ok(prepared.unheardCount > 0)
    assert.ok(!prepared.cards.some(({ saidId }) => saidId === voice))
    const pinned = must(await prepare(voice, 'pin'))
    assert.equal(pinned.unheardCount, prepared.unheardCount)
    assert.ok(pinned.cards.some(({ saidId, kind }) => saidId === voice && kind === 'needs-you'))
    must(await prepare(voice, 'view', 'Not worth your time.'))
    must(await prepare(voice, 'leave-out', 'Noise.'))
    const card = cardOf(await open(), voice)
    assert.deepEqual([card?.kind, card?.prepared], ['unheard', null])
  })

  it('is anything at all once they are not of the house, at once and with a line in the log', async () => {
    const administrator = await foyer.as('administrator')
    const executive = await foyer.as('executive')
    const id = cast.supervisor.id
    must(await executive.write(delegates.nameDelegate, { personId: id }))
    const asked = await ask('who is on call?')
    must(await prepareAs('supervisor', { saidId: asked, part: 'view', body: 'Piotr is.' }))
    must(await administrator.write(people.deactivatePerson, { id }))
    assert.equal(cardOf(await open(), asked)?.prepared, null)
    await foyer.runJob('brief/end-delegations', { personId: id })
    assert.ok((await acts('executive')).some(({ kind, delegate }) => kind === 'ended' && delegate?.id === id))
    assert.equal(
      must(await executive.read(delegates.listDelegates, {})).yours.some(({ person }) => person.id === id),
      false,
    )
  })
})

describe('seeing around it', () => {
  it('tells who spoke in the thread and was not brought', async () => {
    const postId = (await ask('do we keep the third shift?')) as string as PostId
    later({ seconds: 3 })
    must(await (await foyer.as('member')).write(spaces.writeReply, { postId, body: 'Nobody asked us.' }))
    await open()
    const see = async (who: CastName) => (await foyer.as(who)).read(delegates.seeAround, { postId })
    const { brought, others, byDistance } = must(await see('executive'))
    assert.deepEqual([brought.length, brought[0]?.words.author.name], [1, 'Marta Wójcik'])
    assert.deepEqual([others.length, others[0]?.person.name], [1, 'Tomasz Okafor'])
    assert.deepEqual(byDistance, [{ distance: 3, people: 1 }])
    assert.equal((await see('guest')).status, 404)
  })
})
