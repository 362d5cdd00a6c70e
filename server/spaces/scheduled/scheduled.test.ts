// Posts that wait for their time, through the door. Two Foyers share the database, as two processes do.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { people } from '#contract/people'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { collectFiles } from '../files/collect-files.ts'
import { instantOn } from './due-time.ts'

const foyer = await startFoyer()
const beside = await startFoyer({ besideUrl: foyer.url })
const executive = await foyer.as('executive')
const member = await foyer.as('member')
const timeZone = 'Europe/Oslo'
let spaceId: SpaceId

beforeEach(async () => {
  foyer.clock.now = Temporal.Instant.from('2026-03-27T08:00:00Z')
  spaceId = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'private' })).id
  must(await executive.write(spaces.invitePerson, { spaceId, personId: cast.member.id }))
  for (const caller of [executive, member]) {
    for (const { id } of must(await caller.read(spaces.listScheduled, {})).items) {
      must(await caller.write(spaces.deleteScheduled, { id }))
    }
  }
})

const schedule = (on: string, body = 'Good morning', more: object = {}) =>
  member.write(spaces.schedulePost, { spaceId, body, on, timeZone, ...more })
const waiting = async () => must(await member.read(spaces.listScheduled, {})).items
const posted = async () => must(await executive.read(spaces.listPosts, { spaceId })).items
const runJobsAt = async (at: string, foyers = [foyer]) => {
  foyer.clock.now = Temporal.Instant.from(at)
  beside.clock.now = foyer.clock.now
  await Promise.all(foyers.map((each) => each.runJobs()))
}

describe('a scheduled post', () => {
  it('waits, seen by its author alone, and is posted as them when its time has come', async () => {
    const kept = must(await schedule('2026-03-28T08:00'))
    assert.deepEqual([kept.at, kept.whyNot, kept.space?.id], ['2026-03-28T07:00:00+00:00', null, spaceId])
    await runJobsAt('2026-03-28T06:58:00Z')
    assert.deepEqual([(await posted()).length, (await waiting()).length], [0, 1])
    assert.deepEqual(must(await executive.read(spaces.listScheduled, {})).items, [])
    await runJobsAt('2026-03-28T07:00:00Z')
    const [post] = await posted()
    assert.deepEqual([post?.author.id, post?.opening], [cast.member.id, 'Good morning'])
    assert.deepEqual(await waiting(), [])
  })

  it('comes at the same hour on the clock, also when the clocks change in between', async () => {
    // In Oslo the clocks go forward on 29 March.
    assert.equal(must(await schedule('2026-03-28T08:00')).at, '2026-03-28T07:00:00+00:00')
    assert.equal(must(await schedule('2026-03-29T08:00')).at, '2026-03-29T06:00:00+00:00')
    assert.equal(String(instantOn({ on: '2026-03-29T02:30', timeZone })), '2026-03-29T01:30:00Z')
    assert.equal(String(instantOn({ on: '2026-10-25T02:30', timeZone })), '2026-10-25T00:30:00Z')
  })

  it('is posted exactly once, however many processes come round', async () => {
    for (let number = 0; number < 6; number += 1) must(await schedule('2026-03-28T08:00', `Number ${number}`))
    await runJobsAt('2026-03-28T07:00:00Z', [foyer, beside, foyer, beside])
    await runJobsAt('2026-03-28T07:05:00Z', [foyer, beside])
    const bodies = (await posted()).map(({ opening }) => opening)
    assert.deepEqual(
      bodies.sort(),
      [0, 1, 2, 3, 4, 5].map((number) => `Number ${number}`),
    )
  })

  it('is kept as a draft with a sentence when its author may not post there any more', async () => {
    must(await schedule('2026-03-28T08:00'))
    must(await member.write(spaces.leaveSpace, { id: spaceId }))
    await runJobsAt('2026-03-28T07:00:00Z')
    const [draft] = await waiting()
    assert.deepEqual(
      [draft?.at, draft?.space, draft?.body, draft?.whyNot],
      [null, null, 'Good morning', 'This space does not exist for you.'],
    )
    await runJobsAt('2026-03-28T08:00:00Z')
    assert.equal((await posted()).length, 0, 'it is not tried again by itself')
    must(await executive.write(spaces.invitePerson, { spaceId, personId: cast.member.id }))
    must(await member.write(spaces.postScheduled, { id: draft?.id ?? '' }))
    assert.deepEqual([(await posted()).length, await waiting()], [1, []])
  })

  it('is kept when its space is gone, and does not hold up others', async () => {
    const other = must(await executive.write(spaces.createSpace, { name: 'Gone', visibility: 'open' })).id
    must(
      await member.write(spaces.schedulePost, {
        spaceId: other,
        body: 'Lost',
        on: '2026-03-28T07:00',
        timeZone,
      }),
    )
    must(await schedule('2026-03-28T08:00'))
    await sql`delete from spaces.space where id = ${other}`.execute(foyer.db)
    await runJobsAt('2026-03-28T07:00:00Z')
    assert.equal((await posted()).length, 1)
    assert.deepEqual(
      (await waiting()).map(({ body, space, at }) => [body, space, at]),
      [['Lost', null, null]],
    )
  })

  it('is not posted for somebody who left the network', async () => {
    const supervisor = await foyer.as('supervisor')
    must(await executive.write(spaces.invitePerson, { spaceId, personId: cast.supervisor.id }))
    must(
      await supervisor.write(spaces.schedulePost, {
        spaceId,
        body: 'Too late',
        on: '2026-03-28T08:00',
        timeZone,
      }),
    )
    const administrator = await foyer.as('administrator')
    must(await administrator.write(people.deactivatePerson, { id: cast.supervisor.id }))
    await runJobsAt('2026-03-28T07:00:00Z')
    assert.equal((await posted()).length, 0)
  })

  it('brings its poll and its files along, which nobody collects meanwhile', async () => {
    const file = must(await member.upload('plan.txt', Buffer.from('The plan')))
    const poll = { options: ['Yes', 'No'], closesAt: '2026-04-20T08:00:00Z' }
    const kept = must(await schedule('2026-04-10T08:00', 'Shall we?', { fileIds: [file.id], poll }))
    assert.deepEqual([kept.files, kept.poll?.options], [[file], ['Yes', 'No']])
    await collectFiles(foyer.files, { db: foyer.db, now: Temporal.Instant.from('2026-04-09T08:00:00Z') })
    await runJobsAt('2026-04-10T06:00:00Z')
    const [post] = await posted()
    assert.deepEqual([post?.files, post?.poll?.answered], [[file], 0])
  })

  it('is changed, moved and deleted by its author, and does not exist for others', async () => {
    const { id } = must(await schedule('2026-03-28T08:00'))
    const change = { id, body: 'Good evening', title: 'Later', on: '2026-03-28T18:00', timeZone }
    for (const caller of [executive, await foyer.as('administrator')]) {
      for (const answer of [
        await caller.write(spaces.changeScheduled, change),
        await caller.write(spaces.postScheduled, { id }),
        await caller.write(spaces.deleteScheduled, { id }),
      ]) {
        assert.equal(answer.problem?.code, 'no-such-scheduled')
      }
    }
    const changed = must(await member.write(spaces.changeScheduled, change))
    assert.deepEqual([changed.id, changed.title, changed.at], [id, 'Later', '2026-03-28T17:00:00+00:00'])
    await runJobsAt('2026-03-28T07:00:00Z')
    assert.equal((await posted()).length, 0)
    must(await member.write(spaces.deleteScheduled, { id }))
    await runJobsAt('2026-03-28T17:00:00Z')
    assert.equal((await posted()).length, 0)
  })

  it('is for a time to come that there is, and no more than fifty wait', async () => {
    for (const [on, code] of [
      ['2026-03-27T08:59', 'time-is-over'],
      ['2028-03-27T09:01', 'too-far-ahead'],
      ['2026-02-30T08:00', 'no-such-time'],
      ['2026-04-01T25:00', 'no-such-time'],
      ['tomorrow', 'wrong-input'],
    ] as const) {
      assert.equal((await schedule(on)).problem?.code, code, on)
    }
    assert.equal(
      (await schedule('2026-04-01T08:00', 'x', { timeZone: 'Mars/Base' })).problem?.code,
      'no-such-time',
    )
    for (let number = 0; number < 50; number += 1) must(await schedule('2026-04-01T08:00'))
    assert.equal((await schedule('2026-04-01T08:00')).problem?.code, 'too-many-scheduled')
  })

  it('is due when the clocks of its zone show its time, or right after they skipped it', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    const zone = fc.constantFrom(
      'Europe/Oslo',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'UTC',
    )
    fc.assert(
      fc.property(day, zone, (date, in_) => {
        const on = date.toISOString().slice(0, 16)
        const shown = instantOn({ on, timeZone: in_ })?.toZonedDateTimeISO(in_).toPlainDateTime()
        assert.ok(shown)
        const skippedMinutes = Temporal.PlainDateTime.from(on).until(shown).total('minutes')
        assert.ok(skippedMinutes === 0 || skippedMinutes === 60 || skippedMinutes === 30, `${on} ${in_}`)
      }),
    )
  })
})
