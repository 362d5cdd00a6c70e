// Worth your time, through the door: what comes into it and what does not, and that every item says why.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { brief } from '#contract/brief'
import { people } from '#contract/people'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { topics } from '#contract/topics'
import { voices } from '#contract/voices'
import { worth } from '#contract/worth'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let board: SpaceId

const units: Partial<Record<CastName, string>> = {
  executive: 'Board',
  delegate: 'Board',
  plantManager: 'Plant',
  supervisor: 'Night shift',
  member: 'Night shift',
  steward: 'People',
}

before(async () => {
  for (const [who, unit] of Object.entries(units)) {
    await sql`update people.person set unit = ${unit} where id = ${cast[who as CastName].id}`.execute(
      foyer.db,
    )
  }
  const member = await foyer.as('member')
  const delegate = await foyer.as('delegate')
  plant = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  board = must(await delegate.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
})

async function say(by: CastName, body: string, spaceId = plant): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  return must(await (await foyer.as(by)).write(spaces.writePost, { spaceId, body })).id
}

async function answer(by: CastName, postId: PostId, body = 'Yes.'): Promise<void> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  must(await (await foyer.as(by)).write(spaces.writeReply, { postId, body }))
}

async function listFor(who: CastName) {
  return must(await (await foyer.as(who)).read(worth.listWorthYourTime, {}))
}

async function itemFor(who: CastName, postId: PostId) {
  return (await listFor(who)).items.find(({ post }) => post.id === postId)
}

const featuresOf = (item: Awaited<ReturnType<typeof itemFor>>) => item?.terms.map(({ feature }) => feature)

describe('worth your time', () => {
  it('puts what is asked of the reader by name first, says so, and lets it go once it is answered', async () => {
    const id = await say('member', `${mention('executive')}, may we stop line 3?`)
    await say('steward', 'A note for everybody')
    const list = await listFor('executive')
    assert.equal(list.items[0]?.post.id, id)
    assert.equal(list.items[0]?.terms[0]?.sentence, 'You are asked by name and have not answered')
    must(
      await (await foyer.as('executive')).write(spaces.markSeen, { postId: id, at: String(foyer.clock.now) }),
    )
    assert.ok(await itemFor('executive', id), 'a question that was opened is not answered yet')
    await answer('executive', id)
    assert.equal(await itemFor('executive', id), undefined)
  })

  it('leaves out what was opened, what is one’s own, what was deleted, and what one may not see', async () => {
    const opened = await say('supervisor', 'Opened soon')
    const own = await say('executive', 'My own')
    const gone = await say('supervisor', 'Deleted soon')
    const hidden = await say('delegate', `The secret of the board, ${mention('executive')}`, board)
    assert.ok(await itemFor('executive', opened))
    must(
      await (await foyer.as('executive')).write(spaces.markSeen, {
        postId: opened,
        at: String(foyer.clock.now),
      }),
    )
    must(await (await foyer.as('supervisor')).write(spaces.deleteWords, { saidId: gone as string as SaidId }))
    const list = await listFor('executive')
    for (const id of [opened, own, gone, hidden]) {
      assert.ok(!list.items.some(({ post }) => post.id === id))
    }
    assert.ok(!JSON.stringify(list).includes('secret'))
    assert.deepEqual((await listFor('guest')).items, [])
    assert.equal((await listFor('guest')).candidateCount, 0)
  })

  it('counts units that take part, not replies and not reactions', async () => {
    const id = await say('plantManager', 'What do you make of the new shift plan?')
    const before = await itemFor('executive', id)
    for (const who of ['member', 'supervisor', 'member', 'steward', 'plantManager'] as const)
      await answer(who, id)
    for (const who of ['member', 'steward', 'delegate'] as const) {
      const react = { saidId: id as string as SaidId, kind: 'agree' as const }
      must(await (await foyer.as(who)).write(spaces.react, react))
    }
    const after = await itemFor('executive', id)
    assert.ok(!featuresOf(before)?.includes('unitsEngaged'))
    const term = after?.terms.find(({ feature }) => feature === 'unitsEngaged')
    assert.deepEqual([term?.sentence, term?.points], ['People of 2 units take part', 1.58])
  })

  it('takes a unit for unheard until the reader has read somebody of it', async () => {
    const id = await say('steward', 'From the people team')
    const unheard = await itemFor('executive', id)
    assert.ok(unheard?.terms.some(({ sentence }) => sentence.includes('nobody from People')))
    const other = await say('steward', 'Something else of it')
    const reading = { saidId: other as string as SaidId, seconds: 30 }
    must(await (await foyer.as('executive')).write(voices.recordReading, reading))
    assert.ok(!featuresOf(await itemFor('executive', id))?.includes('unheardCell'))
    assert.ok(
      !featuresOf(await itemFor('delegate', await say('executive', 'Own unit')))?.includes('unheardCell'),
    )
  })

  it('knows what one follows and what one is here for', async () => {
    const id = await say('supervisor', 'The #scrap rate of the night shift is too high')
    const executive = await foyer.as('executive')
    must(await executive.write(topics.followTopic, { topic: 'scrap' }))
    const own = { id: cast.executive.id, purpose: 'Halve the scrap of the night shift' }
    must(await executive.write(people.updateProfile, own))
    const item = await itemFor('executive', id)
    const sentences = item?.terms.map(({ sentence }) => sentence)
    assert.ok(sentences?.includes('You follow #scrap'))
    assert.ok(sentences?.includes('It touches your purpose: Halve the scrap of the night shift'))
    assert.ok(!featuresOf(await itemFor('delegate', id))?.includes('purposeMatch'))
  })

  it('shows nothing of whom the reader does not want to hear', async () => {
    const id = await say('supervisor', `${mention('steward')}, do you hear me?`)
    assert.ok(await itemFor('steward', id))
    await sql`insert into spaces.silence (person_id, author_id, is_muted, at)
      values (${cast.steward.id}, ${cast.supervisor.id}, true, ${foyer.clock.now})`.execute(foyer.db)
    assert.equal(await itemFor('steward', id), undefined)
    await sql`delete from spaces.silence`.execute(foyer.db)
  })

  it('keeps to the minutes, adds up, and says when to look again', async () => {
    for (let number = 0; number < 12; number += 1) await say('member', `${number} ${'word '.repeat(400)}`)
    const executive = await foyer.as('executive')
    must(await executive.write(brief.saveSettings, { settings: { minutes: 3 } }))
    const list = await listFor('executive')
    assert.equal(list.minutes, 3)
    assert.ok(list.items.length > 0 && list.secondsPlanned <= 180)
    assert.ok(list.candidateCount > list.items.length)
    assert.ok(Temporal.Instant.compare(list.nextAt, foyer.clock.now) > 0)
    for (const { score, terms, fades, seconds } of list.items) {
      const points = terms.reduce((sum, term) => sum + term.points, 0)
      const expected = fades.reduce((product, { factor }) => product * factor, points)
      assert.ok(terms.length > 0 && seconds > 0)
      assert.ok(Math.abs(score - expected) < 0.05, `${score} is ${expected}`)
    }
  })

  it('is the same when it is asked for again at the same moment', async () => {
    assert.deepEqual(await listFor('executive'), await listFor('executive'))
  })
})
