// What the brief of a host says of their office hours.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brief } from '#contract/brief'
import { officeHours } from '#contract/office-hours'
import type { HoursId } from '#contract/ref'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { openHoursHouse } from '#testing/hours-house'

const { foyer, write, look, offer, ask, vote, goInto } = await openHoursHouse()

const cardOf = async (hoursId: HoursId, who: CastName = 'executive') => {
  const asked = { minutes: 15 as const, again: true }
  const opened = must(await (await foyer.as(who)).write(brief.openBrief, asked))
  const card = opened.cards.find(({ way }) => way?.address === `/answers/hours/${hoursId}`)
  return card && { ...card, briefId: opened.id! }
}
const goBefore = async (hoursId: HoursId, hours: number) => {
  const { beginsAt } = await look('executive', hoursId)
  foyer.clock.now = Temporal.Instant.from(beginsAt).subtract({ hours })
}

describe('the brief of a host', () => {
  it('holds a queue that waits, from a day before until the end, with the question that is wanted most', async () => {
    const hoursId = await offer()
    await goBefore(hoursId, 30)
    await ask('member', hoursId, 'Who may stop line 3?')
    foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
    const wanted = await ask('plantManager', hoursId, 'When is the new press here?')
    must(await vote('delegate', wanted))
    assert.equal(await cardOf(hoursId), undefined, 'too early')
    await goBefore(hoursId, 20)
    const card = await cardOf(hoursId)
    assert.deepEqual(
      [card?.headline, card?.words?.postId, card?.way?.label],
      ['Your office hours are near', wanted, 'Go to your office hours'],
    )
    assert.deepEqual(card?.facts.slice(0, 2), [
      '2 questions wait in “Safety at night”',
      'This one is wanted most',
    ])
    assert.equal(await cardOf(hoursId, 'delegate'), undefined, 'it is the host’s alone')
    const { briefId, key } = card!
    must(await write('executive', brief.finishCard, { briefId, cardKey: key, action: 'not-for-me' }))
    await goInto(hoursId)
    assert.equal((await cardOf(hoursId))?.headline, 'Your office hours are on')
    must(await write('executive', officeHours.answerInHours, { postId: wanted, body: 'In May.' }))
    assert.equal((await cardOf(hoursId))?.facts[0], '1 question waits in “Safety at night”')
    foyer.clock.now = Temporal.Instant.from((await look('executive', hoursId)).endsAt)
    assert.equal(await cardOf(hoursId), undefined, 'they are over')
  })

  it('holds nothing of a queue in which nothing waits, nor of office hours that were cancelled', async () => {
    const hoursId = await offer()
    await goBefore(hoursId, 2)
    assert.equal(await cardOf(hoursId), undefined)
    const postId = await ask('member', hoursId)
    must(await write('executive', officeHours.setAsideQuestion, { postId, reason: 'Let us talk.' }))
    assert.equal(await cardOf(hoursId), undefined)
    await ask('member', hoursId, 'And by day?')
    assert.ok(await cardOf(hoursId))
    must(await write('executive', officeHours.cancelOfficeHours, { hoursId }))
    assert.equal(await cardOf(hoursId), undefined)
  })
})

describe('the next office hours', () => {
  it('are found by their host, as far as one reads their space', async () => {
    const hoursId = await offer()
    const listed = async (who: CastName, hostId = cast.executive.id) => {
      const asked = { hostId, which: 'ahead' as const }
      const { items } = must(await (await foyer.as(who)).read(officeHours.listOfficeHours, asked))
      return items.some(({ id }) => id === hoursId)
    }
    assert.deepEqual(
      [await listed('member'), await listed('member', cast.plantManager.id), await listed('supervisor')],
      [true, false, false],
    )
  })
})
