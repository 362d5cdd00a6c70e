// What hosts do in their office hours, and what those hear of it who queued.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { officeHours } from '#contract/office-hours'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { openHoursHouse } from '#testing/hours-house'

const { foyer, write, look, offer, ask, vote, questionOf, goInto } = await openHoursHouse()

describe('the host', () => {
  it('calls up the most wanted and answers it, and it is the answer for ever', async () => {
    const hoursId = await offer()
    const postId = await ask('member', hoursId)
    const called = await write('executive', officeHours.callUpQuestion, { postId })
    assert.equal(called.problem?.code, 'hours-not-on')
    await goInto(hoursId)
    must(await write('executive', officeHours.callUpQuestion, { postId }))
    assert.equal((await look('guest', hoursId)).calledId, postId)
    const wrong = await write('member', officeHours.answerInHours, { postId, body: 'Not me.' })
    assert.equal(wrong.problem?.code, 'not-your-hours')
    const executive = await foyer.as('executive')
    const body = 'The supervisor of the shift.'
    const { replyId } = must(await executive.write(officeHours.answerInHours, { postId, body }))
    const standing = must(await (await foyer.as('member')).read(answers.getQuestion, { postId }))
    assert.equal(standing.state, 'answered')
    assert.deepEqual([standing.answer?.replyId, standing.owner?.id], [replyId, cast.executive.id])
    const seen = await look('member', hoursId)
    assert.deepEqual([seen.calledId, seen.counts.answered, seen.questions[0]?.answerId], [null, 1, replyId])
    const again = await write('executive', officeHours.answerInHours, { postId, body: 'Again.' })
    assert.equal(again.problem?.code, 'answered')
  })

  it('leaves a question for later, which then waits behind the others', async () => {
    const hoursId = await offer()
    const wanted = await ask('member', hoursId)
    must(await vote('delegate', wanted))
    const other = await ask('plantManager', hoursId)
    must(await write('executive', officeHours.skipQuestion, { postId: wanted }))
    assert.deepEqual(
      (await look('member', hoursId)).questions.map((each) => each.postId),
      [other, wanted],
    )
  })

  it('sets a question aside with a reason that its asker gets, and nobody else', async () => {
    const hoursId = await offer()
    const postId = await ask('member', hoursId)
    assert.equal(
      (await write('executive', officeHours.setAsideQuestion, { postId, reason: ' ' })).status,
      400,
    )
    const reason = 'This is about one person, so let us talk.'
    must(await write('executive', officeHours.setAsideQuestion, { postId, reason }))
    const readBy = async (who: CastName) => (await questionOf(who, hoursId, postId))?.setAside?.reason
    assert.deepEqual(await Promise.all([readBy('member'), readBy('executive')]), [reason, reason])
    assert.deepEqual(await Promise.all([readBy('delegate'), readBy('guest'), readBy('plantManager')]), [
      null,
      null,
      null,
    ])
    await foyer.runJob('answers/write-of-set-aside', { postId })
    await foyer.runJob('answers/write-of-set-aside', { postId })
    const letters = await sql<{ personId: string; text: string }>`
      select person_id as "personId", text from mail.letter where why = 'office hours'`.execute(foyer.db)
    assert.deepEqual(
      letters.rows.map(({ personId }) => personId),
      [cast.member.id],
    )
    assert.match(letters.rows[0]?.text ?? '', /let us talk/)
    must(await write('executive', officeHours.takeBackSetAside, { postId }))
    assert.equal((await questionOf('member', hoursId, postId))?.standing, 'waiting')
  })

  it('moves and cancels, and those who queued are written to once for each change', async () => {
    const hoursId = await offer()
    await ask('member', hoursId)
    const { beginsAt, endsAt, theme } = await look('executive', hoursId)
    const later = (at: string) => `${Temporal.Instant.from(at).add({ hours: 2 })}`
    const times = { beginsAt: later(beginsAt), endsAt: later(endsAt) }
    must(await write('executive', officeHours.moveOfficeHours, { hoursId, theme, ...times }))
    await foyer.runJob('answers/write-of-changed-hours', { hoursId })
    must(await write('executive', officeHours.cancelOfficeHours, { hoursId }))
    await foyer.runJob('answers/write-of-changed-hours', { hoursId })
    await foyer.runJob('answers/write-of-changed-hours', { hoursId })
    const letters = await sql<{ subject: string }>`
      select subject from mail.letter where unique_key like ${`office hours ${hoursId}%`} order by unique_key`.execute(
      foyer.db,
    )
    assert.deepEqual(
      letters.rows.map(({ subject }) => subject.split(':')[0]),
      ['Moved', 'Cancelled'],
    )
    assert.equal((await look('member', hoursId)).state, 'cancelled')
    const file = await (await foyer.as('member')).open(`/api/answers/${hoursId}/office-hours.ics`)
    assert.equal(file.headers.get('content-type'), 'text/calendar; charset=utf-8')
    const text = await file.text()
    assert.match(text, /\r\nMETHOD:CANCEL\r\n/)
    assert.match(text, new RegExp(`\r\nUID:${hoursId}@foyer\r\n`))
    assert.match(text, /\r\nSEQUENCE:2\r\n/)
  })

  it('ends early, and what was not answered stays an open question', async () => {
    const hoursId = await offer()
    const postId = await ask('member', hoursId)
    await goInto(hoursId)
    must(await write('executive', officeHours.endOfficeHours, { hoursId }))
    const over = await look('member', hoursId)
    assert.deepEqual([over.state, over.counts.waiting, over.may.ask], ['over', 1, false])
    const standing = must(await (await foyer.as('member')).read(answers.getQuestion, { postId }))
    assert.equal(standing.state, 'open')
    must(await write('executive', officeHours.answerInHours, { postId, body: 'Late, but here it is.' }))
  })
})
