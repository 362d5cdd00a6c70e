// Putting questions to those who may know, through the room's own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { brief } from '#contract/brief'
import { notices } from '#contract/notices'
import type { PostId } from '#contract/ref'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { openRoutingHouse } from '#testing/routing-house'
import { ROUTED_PER_DAY_MAX } from './routing.ts'

const { foyer, tick, openSpace, ask, reply, experts, routingOf, route, told } = await openRoutingHouse()

const namesFor = async (who: CastName, postId: PostId) =>
  (await experts(who, postId)).map(({ person }) => person.name)

/** Every test asks of something that nothing was said of before; beside it stand words that say nothing. */
let thing = ''
let things = 0
beforeEach(() => {
  things += 1
  thing = `hydraulics${String.fromCharCode(96 + things)}press`
})

describe('who may know', () => {
  it('is who answered questions like it, each with a reason that counts, executives last', async () => {
    for (const who of ['executive', 'supervisor', 'supervisor'] as const)
      await reply(who, await ask('member', `What is the ${thing}?`))
    await reply('delegate', await ask('member', `Where is the ${thing}?`))
    const postId = await ask('member', `Who has the ${thing}?`)
    const found = await experts('member', postId)
    assert.deepEqual(
      found.map(({ person }) => person.name),
      [cast.supervisor.name, cast.delegate.name, cast.executive.name],
    )
    assert.equal(
      found[0]?.reason,
      'Answered 2 questions like this one, the last in March 2026; nothing waits for them.',
    )
    assert.deepEqual((await routingOf('member', postId)).may, { route: true })
  })

  it('is neither the asker nor whoever looks, nor anybody who may not read it, nor who left', async () => {
    const few = await openSpace('private', ['member', 'supervisor', 'steward'])
    const before = await ask('steward', `What is the ${thing}?`)
    for (const who of ['member', 'supervisor', 'delegate', 'plantManager'] as const) await reply(who, before)
    const postId = await ask('member', `Who has the ${thing}?`, few)
    assert.deepEqual(await namesFor('supervisor', postId), [cast.plantManager.name])
    assert.deepEqual((await namesFor('steward', postId)).toSorted(), [
      cast.plantManager.name,
      cast.supervisor.name,
    ])
  })

  it('tells nothing of what was said where one may not read', async () => {
    const few = await openSpace('private', ['supervisor'])
    await reply('supervisor', await ask('plantManager', `What is the ${thing}?`, few))
    const postId = await ask('member', `Who has the ${thing}?`)
    assert.deepEqual(await namesFor('member', postId), [])
    assert.deepEqual(await namesFor('plantManager', postId), [cast.supervisor.name])
    // Nor is counted what waits for somebody in such a place.
    must(await route('plantManager', await ask('plantManager', `Is this the ${thing}?`, few), 'supervisor'))
    await reply('supervisor', await ask('delegate', `Why is the ${thing}?`))
    const reasons = async (who: CastName) => (await experts(who, postId)).map(({ reason }) => reason)
    assert.match((await reasons('member'))[0] ?? '', /^Answered 1 question .*nothing waits/)
    assert.match((await reasons('plantManager'))[0] ?? '', /^Answered 2 questions .*1 question waits/)
  })

  it('is nobody who does not want to hear of the asker, or of whom they do not want to hear', async () => {
    const before = await ask('steward', `What is the ${thing}?`)
    for (const who of ['supervisor', 'delegate'] as const) await reply(who, before)
    const postId = await ask('member', `Who has the ${thing}?`)
    assert.equal((await namesFor('steward', postId)).length, 2)
    const source = { what: 'person' as const, personId: cast.member.id }
    must(await (await foyer.as('supervisor')).write(notices.muteSource, source))
    assert.deepEqual(await namesFor('steward', postId), [cast.delegate.name])
    must(await (await foyer.as('supervisor')).write(notices.unmuteSource, source))
  })

  it('is found for a guest by nothing: people are no business of theirs', async () => {
    const porous = await openSpace('private', ['member'])
    await sql`update spaces.space set is_porous = true where id = ${porous}`.execute(foyer.db)
    await sql`insert into spaces.membership (space_id, person_id, joined_at)
      values (${porous}, ${cast.guest.id}, ${foyer.clock.now})`.execute(foyer.db)
    await reply('plantManager', await ask('member', `What is the ${thing}?`, porous))
    const postId = await ask('member', `Who has the ${thing}?`, porous)
    const { may } = await routingOf('guest', postId)
    assert.deepEqual([await experts('guest', postId), may], [[], { route: false }])
    assert.equal((await route('guest', postId, 'plantManager')).status, 403)
    const hidden = await (await foyer.as('guest')).read(answers.listExperts, {
      postId: await ask('member', thing),
    })
    assert.equal(hidden.problem?.code, 'no-such-question')
  })
})

describe('a question that is put to somebody', () => {
  it('reaches them as a notice and in their brief, with by whom and why, until they answer', async () => {
    await reply('supervisor', await ask('steward', `What is the ${thing}?`))
    const postId = await ask('member', `Who has the ${thing}?`)
    const [asked] = must(await route('member', postId, 'supervisor')).asked
    assert.deepEqual([asked?.person.name, asked?.state], [cast.supervisor.name, 'waiting'])
    const [notice] = await told('supervisor', postId)
    assert.deepEqual(notice?.sentences, [`${cast.member.name} put this question to you.`])
    assert.equal(notice?.why, 'because you answered 1 question like this one')
    assert.equal((await routingOf('supervisor', postId)).youWereAsked?.by.name, cast.member.name)
    const cardOf = async () => {
      tick()
      const opened = must(
        await (await foyer.as('supervisor')).write(brief.openBrief, { minutes: 15, again: true }),
      )
      return opened.cards.find(({ words }) => words?.postId === postId)
    }
    const card = await cardOf()
    assert.equal(card?.headline, 'A question only you can answer')
    assert.equal(
      card?.facts[0],
      `Put to you by ${cast.member.name}, because you answered 1 question like this one`,
    )
    await reply('supervisor', postId)
    assert.equal(await cardOf(), undefined)
    const after = await routingOf('member', postId)
    assert.equal(after.asked[0]?.state, 'answered')
    assert.equal((await routingOf('supervisor', postId)).youWereAsked, null)
  })

  it('is put to three at once, in a day to ten, and never to who cannot read it', async () => {
    const postId = await ask('member', `Who has the ${thing}?`)
    for (const who of ['supervisor', 'delegate', 'executive'] as const)
      must(await route('member', postId, who))
    assert.equal((await route('member', postId, 'steward')).problem?.code, 'enough-are-asked')
    const few = await openSpace('private', ['member'])
    const hidden = await ask('member', `Who has the ${thing}?`, few)
    assert.equal((await route('member', hidden, 'steward')).problem?.code, 'may-not-read')
    assert.equal((await route('steward', hidden, 'member')).problem?.code, 'no-such-question')
    assert.equal((await route('steward', postId, 'member')).problem?.code, 'asked-the-asker')
    assert.equal((await route('steward', postId, 'steward')).problem?.code, 'asked-yourself')
    foyer.clock.now = foyer.clock.now.add({ hours: 25 })
    for (let each = 0; each < ROUTED_PER_DAY_MAX; each += 1)
      must(await route('member', await ask('member', `Who has the ${thing}?`), 'supervisor'))
    const last = await route('member', await ask('member', `Who has the ${thing}?`), 'supervisor')
    assert.deepEqual([last.status, last.problem?.code], [429, 'routed-too-often'])
  })
})
