// Office hours through their own door: offered, queued, voted for, and hidden from whoever does not read their space.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answers } from '#contract/answers'
import { delegates } from '#contract/delegates'
import { officeHours } from '#contract/office-hours'
import type { PostId, SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { tellPeople } from '#platform/live-people'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { openHoursHouse } from '#testing/hours-house'

const { foyer, plant, write, look, offer, ask, vote, questionOf, goInto, nameDelegate } =
  await openHoursHouse()

describe('offering', () => {
  const wanted = (hours: number) => ({
    hostId: cast.executive.id,
    spaceId: plant,
    theme: 'Anything',
    beginsAt: `${foyer.clock.now.add({ hours })}`,
    endsAt: `${foyer.clock.now.add({ hours: hours + 1 })}`,
  })

  it('is for executives and those who prepare for them, who are named', async () => {
    assert.equal((await write('member', officeHours.offerOfficeHours, wanted(1))).problem?.code, 'no-host')
    const ofOneself = { ...wanted(1), hostId: cast.member.id }
    assert.equal((await write('member', officeHours.offerOfficeHours, ofOneself)).problem?.code, 'no-host')
    assert.equal((await write('delegate', officeHours.offerOfficeHours, wanted(1))).problem?.code, 'no-host')
    await nameDelegate()
    const hosts = must(await (await foyer.as('delegate')).read(officeHours.listHosts, {})).items
    assert.deepEqual(
      hosts.map(({ id }) => id),
      [cast.executive.id],
    )
    const card = must(await (await foyer.as('delegate')).write(officeHours.offerOfficeHours, wanted(1)))
    assert.deepEqual([card.host.id, card.offeredBy?.id], [cast.executive.id, cast.delegate.id])
    must(await write('executive', delegates.endDelegation, { personId: cast.delegate.id }))
    const cancelled = await write('delegate', officeHours.cancelOfficeHours, { hoursId: card.id })
    assert.equal(cancelled.problem?.code, 'not-your-hours')
    must(await write('executive', officeHours.cancelOfficeHours, { hoursId: card.id }))
  })

  it('is refused to guests, for hosts who do not read the space, and for times that are none', async () => {
    assert.equal((await write('guest', officeHours.offerOfficeHours, wanted(1))).problem?.status, 403)
    const backwards = { ...wanted(1), endsAt: `${foyer.clock.now}` }
    const refused = await write('executive', officeHours.offerOfficeHours, backwards)
    assert.equal(refused.problem?.code, 'ends-before-it-begins')
    const past = await write('executive', officeHours.offerOfficeHours, wanted(-48))
    assert.equal(past.problem?.code, 'begins-in-the-past')
  })

  it('refuses two at once for one host, also when both come at the same moment', async () => {
    const outcomes = await Promise.all(
      [10, 10.5, 10.25].map((hours) => {
        const minutes = hours * 60
        const beginsAt = foyer.clock.now.add({ minutes })
        const times = { beginsAt: `${beginsAt}`, endsAt: `${beginsAt.add({ hours: 1 })}` }
        return write('executive', officeHours.offerOfficeHours, { ...wanted(10), ...times })
      }),
    )
    assert.deepEqual(outcomes.map(({ problem }) => problem?.code ?? 'offered').toSorted(), [
      'offered',
      'overlaps',
      'overlaps',
    ])
  })
})

describe('the queue', () => {
  it('takes ordinary questions, each with the vote of its asker, the most wanted first', async () => {
    const hoursId = await offer()
    const first = await ask('member', hoursId)
    const second = await ask('plantManager', hoursId, 'Who orders the filters?')
    must(await vote('delegate', second))
    const { questions, counts } = await look('delegate', hoursId)
    assert.deepEqual(
      questions.map(({ postId, votes, youVoted }) => [postId, votes, youVoted]),
      [
        [second, 2, true],
        [first, 1, false],
      ],
    )
    assert.equal(counts.waiting, 2)
    const standing = must(await (await foyer.as('member')).read(answers.getQuestion, { postId: first }))
    assert.equal(standing.state, 'open')
    must(await write('delegate', officeHours.takeBackHoursVote, { postId: second }))
    must(await write('delegate', officeHours.takeBackHoursVote, { postId: second }))
    assert.equal((await questionOf('delegate', hoursId, second))?.votes, 1)
  })

  it('counts one vote for each, however many come at the same moment', async () => {
    const hoursId = await offer()
    const postId = await ask('member', hoursId)
    const votes = (['delegate', 'executive', 'guest', 'member'] as const).flatMap((who) =>
      Array.from({ length: 8 }, () => vote(who, postId)),
    )
    for (const answer of await Promise.all(votes)) must(answer)
    assert.equal((await questionOf('member', hoursId, postId))?.votes, 4)
    await Promise.all(
      Array.from({ length: 8 }, () => write('guest', officeHours.takeBackHoursVote, { postId })),
    )
    assert.equal((await questionOf('member', hoursId, postId))?.votes, 3)
  })

  it('takes five open questions of one person, however fast they come, and the next once one is dealt with', async () => {
    const hoursId = await offer()
    const asked = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        write('member', officeHours.askInHours, { hoursId, body: `Question number ${index}?` }),
      ),
    )
    assert.equal(asked.filter(({ status }) => status === 200).length, 5)
    assert.ok(
      asked.every(({ status, problem }) => status === 200 || problem?.code === 'enough-questions-of-yours'),
    )
    const postId = (await look('member', hoursId)).questions[0]?.postId as PostId
    must(await write('executive', officeHours.setAsideQuestion, { postId, reason: 'Asked last week.' }))
    await ask('member', hoursId, 'And one more?')
  })

  it('knows nothing of what was deleted or hidden, and takes no votes for it', async () => {
    const hoursId = await offer()
    const postId = await ask('member', hoursId)
    const other = await ask('plantManager', hoursId)
    must(await write('member', spaces.deleteWords, { saidId: postId as string as SaidId }))
    assert.equal((await vote('delegate', postId)).problem?.code, 'no-such-queued-question')
    assert.deepEqual(
      (await look('member', hoursId)).questions.map((each) => each.postId),
      [other],
    )
    must(await write('member', spaces.restoreWords, { saidId: postId as string as SaidId }))
    assert.equal((await questionOf('member', hoursId, postId))?.votes, 1)
  })

  it('is open to a guest of the space, who asks and votes and is no host', async () => {
    const hoursId = await offer()
    const postId = await ask('guest', hoursId, 'When do you need the drawings?')
    must(await vote('guest', await ask('member', hoursId)))
    const seen = await look('guest', hoursId)
    assert.deepEqual(
      [seen.may.ask, seen.may.vote, seen.may.lead, seen.may.answer],
      [true, true, false, false],
    )
    assert.equal((await write('guest', officeHours.callUpQuestion, { postId })).status, 403)
    assert.equal(must(await (await foyer.as('guest')).read(officeHours.listHosts, {})).items.length, 0)
  })

  it('opens when it is said to, and closes with the end', async () => {
    const hoursId = await offer()
    const { beginsAt, endsAt, theme } = await look('executive', hoursId)
    const opensAt = `${Temporal.Instant.from(beginsAt).subtract({ hours: 1 })}`
    must(await write('executive', officeHours.moveOfficeHours, { hoursId, theme, beginsAt, endsAt, opensAt }))
    const early = await write('member', officeHours.askInHours, { hoursId, body: 'May I already?' })
    assert.equal(early.problem?.code, 'queue-not-open')
    await goInto(hoursId)
    const postId = await ask('member', hoursId)
    foyer.clock.now = Temporal.Instant.from(endsAt)
    assert.equal((await vote('delegate', postId)).problem?.code, 'hours-over')
    const late = await write('member', officeHours.askInHours, { hoursId, body: 'May I still?' })
    assert.equal(late.problem?.code, 'hours-over')
    const over = must(await (await foyer.as('member')).read(officeHours.listOfficeHours, { which: 'past' }))
    const found = over.items.find(({ id }) => id === hoursId)
    assert.deepEqual(found?.counts, { waiting: 1, answered: 0, setAside: 0 })
  })
})

describe('whoever does not read the space', () => {
  it('finds no slot, no question, no file and no count, and hears nothing', async () => {
    const executive = await foyer.as('executive')
    const board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
    const hoursId = await offer(board)
    const postId = await ask('executive', hoursId, 'What do we say on Monday?')
    const outsider = await foyer.as('outsider')
    assert.equal(
      (await outsider.read(officeHours.getOfficeHours, { hoursId })).problem?.code,
      'no-such-hours',
    )
    assert.equal((await vote('outsider', postId)).problem?.code, 'no-such-queued-question')
    assert.equal((await outsider.open(`/api/answers/${hoursId}/office-hours.ics`)).status, 404)
    const listed = must(await outsider.read(officeHours.listOfficeHours, { limit: 50 }))
    assert.ok(listed.items.every(({ id }) => id !== hoursId))
    const [theirs, own] = await Promise.all([outsider.listen({ hoursId }), executive.listen({ hoursId })])
    must(await vote('executive', postId))
    must(await write('executive', officeHours.takeBackHoursVote, { postId }))
    const heard = await own.until(({ what }) => what === 'hours-moved')
    assert.deepEqual(heard.at(-1), { what: 'hours-moved', hoursId })
    await tellPeople(foyer.db, { personIds: [cast.outsider.id], event: 'notices-changed' })
    must(await vote('executive', postId))
    const heardOutside = await theirs.until(({ what }) => what === 'notices-changed')
    assert.ok(heardOutside.every(({ what }) => what !== 'hours-moved'))
    await own.close()
    await theirs.close()
  })
})
