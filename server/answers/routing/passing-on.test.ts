// Passing on a question that was put to somebody, through the room's own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { brief } from '#contract/brief'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { openRoutingHouse } from '#testing/routing-house'

const { foyer, tick, openSpace, ask, reply, experts, routingOf, route, decline, told } =
  await openRoutingHouse()

/** Every test asks of something that nothing was said of before; beside it stand words that say nothing. */
let thing = ''
let things = 0
const takeAnother = () => {
  things += 1
  thing = `hydraulics${String.fromCharCode(96 + things)}press`
}
beforeEach(takeAnother)

describe('a question that was put to somebody', () => {
  it('is passed on to the next who may know, executives last, and nobody is asked twice', async () => {
    const before = await ask('steward', `What is the ${thing}?`)
    for (const who of ['executive', 'supervisor', 'delegate'] as const) await reply(who, before)
    await reply('supervisor', await ask('steward', `Where is the ${thing}?`))
    const postId = await ask('member', `Who has the ${thing}?`)
    must(await route('member', postId, 'supervisor'))
    assert.equal(
      must(await decline('supervisor', postId, 'Not mine any more.')).passedTo?.name,
      cast.delegate.name,
    )
    assert.deepEqual(
      (await told('delegate', postId))[0]?.why,
      'because you answered 1 question like this one',
    )
    assert.equal((await route('member', postId, 'supervisor')).problem?.code, 'asked-already')
    assert.equal((await decline('supervisor', postId)).problem?.code, 'not-asked-of-you')
    assert.equal(must(await decline('delegate', postId)).passedTo?.name, cast.executive.name)
    assert.equal(must(await decline('executive', postId)).passedTo, null)
    const [first] = (await routingOf('member', postId)).asked
    assert.deepEqual([first?.state, first?.why], ['passed-on', 'Not mine any more.'])
    assert.deepEqual((await routingOf('steward', postId)).asked, [], 'others are not told who passed it on')
  })

  it('whose asker and whoever put it hear why it was passed on, who is asked now, and once nobody is left', async () => {
    const before = await ask('steward', `What is the ${thing}?`)
    for (const who of ['supervisor', 'delegate'] as const) await reply(who, before)
    const postId = await ask('member', `Who has the ${thing}?`)
    must(await route('plantManager', postId, 'supervisor'))
    must(await decline('supervisor', postId, 'Not mine any more.'))
    const heard = async (who: CastName) => {
      const [notice] = await told(who, postId)
      return [notice?.sentences[0], notice?.why]
    }
    assert.deepEqual(await heard('member'), [
      `${cast.supervisor.name} was asked this question and passed it on.`,
      `because you asked it; ${cast.delegate.name} is asked now. They said: “Not mine any more.”`,
    ])
    assert.match((await heard('plantManager'))[1] ?? '', /^because you put it to them; /)
    must(await route('plantManager', postId, 'steward'))
    must(await decline('delegate', postId))
    const [first, because] = await heard('member')
    assert.equal(first, `${cast.delegate.name} was asked this question and passed it on.`)
    assert.equal(because, 'because you asked it; others who were asked may still answer')
    must(await decline('steward', postId))
    assert.equal((await heard('member'))[1], 'because you asked it; nobody else is known who could be asked')
    assert.deepEqual(await told('executive', postId), [], 'nobody else hears of it')
  })

  it('goes on from person to person, to each once and to executives last, whoever could be asked', async () => {
    const all = ['executive', 'supervisor', 'delegate', 'steward', 'administrator'] as const
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...all], { minLength: 1 }), async (knowing) => {
        takeAnother()
        const before = await ask('member', `What is the ${thing}?`)
        for (const who of knowing) await reply(who, before)
        const postId = await ask('member', `Who has the ${thing}?`)
        const asked: string[] = []
        let next: string | undefined = (await experts('member', postId))[0]?.person.name
        must(await route('member', postId, knowing.find((who) => cast[who].name === next)!))
        while (next !== undefined) {
          asked.push(next)
          const who = knowing.find((each) => cast[each].name === next)!
          next = must(await decline(who, postId)).passedTo?.name
        }
        assert.deepEqual(asked.toSorted(), knowing.map((who) => cast[who].name).toSorted())
        assert.ok(!asked.slice(0, -1).includes(cast.executive.name))
        foyer.clock.now = foyer.clock.now.add({ hours: 25 })
      }),
      { numRuns: 6 },
    )
  })

  it('is passed on by “not for me” in the brief, and waits again once that is taken back', async () => {
    const before = await ask('steward', `What is the ${thing}?`)
    for (const who of ['supervisor', 'delegate'] as const) await reply(who, before)
    const postId = await ask('member', `Who has the ${thing}?`)
    must(await route('member', postId, 'supervisor'))
    tick()
    const supervisor = await foyer.as('supervisor')
    const opened = must(await supervisor.write(brief.openBrief, { minutes: 15, again: true }))
    const card = opened.cards.find(({ words }) => words?.postId === postId)!
    const done = { briefId: opened.id!, cardKey: card.key }
    must(await supervisor.write(brief.finishCard, { ...done, action: 'not-for-me' }))
    const states = async () =>
      (await routingOf('member', postId)).asked.map(({ person, state }) => [person.name, state])
    assert.deepEqual(await states(), [
      [cast.supervisor.name, 'passed-on'],
      [cast.delegate.name, 'waiting'],
    ])
    assert.equal((await told('member', postId)).length, 1)
    tick()
    must(await supervisor.write(brief.reopenCard, done))
    assert.deepEqual((await states())[0], [cast.supervisor.name, 'waiting'])
    assert.deepEqual((await told('member', postId))[0]?.sentences ?? [], [])
    assert.equal((await routingOf('supervisor', postId)).youWereAsked?.by.name, cast.member.name)
  })

  it('is passed on to nobody of whom the one who put it could not know', async () => {
    const few = await openSpace('private', ['supervisor', 'delegate'])
    const before = await ask('plantManager', `What is the ${thing}?`, few)
    for (const who of ['supervisor', 'delegate'] as const) await reply(who, before)
    const postId = await ask('member', `Who has the ${thing}?`)
    must(await route('member', postId, 'supervisor'))
    assert.equal(must(await decline('supervisor', postId)).passedTo, null)
  })
})
