// What leaves the page, when and to whom, through the room's own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { notices } from '#contract/notices'
import { people } from '#contract/people'
import type { SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast, mention } from '#testing/cast'
import { openOutside } from '#testing/notices-outside'
import { DIGEST } from './digest.ts'

const { foyer, clear, moveTo, work, lettersTo, save, post, reply, read } = await openOutside()

beforeEach(clear)

describe('a digest', () => {
  it('comes with the next batch and tells of each thread once, with why and ways to answer', async () => {
    const thread = await post('member')
    const first = await reply('plantManager', { to: thread })
    await reply('steward', { to: thread, body: `What says ${mention('member')}?` })
    await work()
    assert.deepEqual(await lettersTo('member'), [])
    moveTo('2026-03-03T07:59:00Z')
    await work()
    assert.deepEqual(await lettersTo('member'), [])
    moveTo('2026-03-03T08:00:00Z')
    await work()
    const [letter, ...more] = await lettersTo('member')
    assert.deepEqual(more, [])
    assert.equal(letter?.subject, 'Line 3')
    assert.match(letter?.text ?? '', /Aiko Tanaka mentioned you\./)
    assert.match(letter?.text ?? '', /> What says Tomasz Okafor\?/)
    assert.match(letter?.text ?? '', /In Plant\. You get this because you were mentioned\./)
    assert.match(letter?.text ?? '', new RegExp(`/threads/${thread}/`))
    assert.match(letter?.text ?? '', /Thank Aiko Tanaka: http\S+\/act\//)
    assert.match(letter?.headers['List-Unsubscribe'] ?? '', /^<http\S+\/act\/[\w-]+>$/)
    assert.equal(letter?.headers['List-Unsubscribe-Post'], 'List-Unsubscribe=One-Click')
    assert.ok(first)
  })

  it('goes once, however often and in however many processes it is its turn', async () => {
    await reply('plantManager', { to: await post('member') })
    await work()
    moveTo('2026-03-03T08:00:00Z')
    await Promise.all([work(), work(), work()])
    // A process that ended in the middle left its people taken; another takes them up.
    await sql`insert into notices.due (person_id, at) values (${cast.member.id}, ${foyer.clock.now})
      on conflict (person_id) do update set at = excluded.at`.execute(foyer.db)
    await work()
    moveTo('2026-03-06T08:00:00Z')
    await work()
    assert.equal((await lettersTo('member')).length, 1)
  })

  it('is never empty: what was seen anywhere before, muted, deleted or out of sight is not sent', async () => {
    const seen = await post('member')
    await reply('plantManager', { to: seen })
    const muted = await post('member')
    await reply('plantManager', { to: muted })
    const gone = await post('member')
    const said = await reply('plantManager', { to: gone })
    await work()
    await read('member', seen)
    await (await foyer.as('member')).write(notices.muteThread, { postId: muted })
    await (await foyer.as('plantManager')).write(spaces.deleteWords, { saidId: said as string as SaidId })
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.deepEqual(await lettersTo('member'), [])
  })

  it('shows nothing of a space that its reader may no longer see', async () => {
    const executive = await foyer.as('executive')
    const { id } = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body
    await executive.write(spaces.invitePerson, { spaceId: id, personId: cast.delegate.id })
    await post('executive', `${mention('delegate')}, the merger`, id)
    await work()
    await (await foyer.as('delegate')).write(spaces.leaveSpace, { id })
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.deepEqual(await lettersTo('delegate'), [])
  })

  it('comes twice a day to an executive, in their own zone, and not at weekends', async () => {
    await sql`update people.person set time_zone = 'Europe/Oslo' where id = ${cast.executive.id}`.execute(
      foyer.db,
    )
    const thread = await post('executive')
    await reply('steward', { to: thread })
    await work()
    moveTo('2026-03-02T15:00:00Z')
    await work()
    moveTo('2026-03-06T15:30:00Z')
    await reply('steward', { to: thread })
    for (const at of ['2026-03-06T15:31:00Z', '2026-03-08T12:00:00Z', '2026-03-09T07:00:00Z']) {
      moveTo(at)
      await work()
    }
    assert.deepEqual(
      (await lettersTo('executive')).map(({ at }) => at),
      ['02 15:00', '09 07:00'],
    )
  })

  it('follows the zone of the device on a journey, and the profile’s again afterwards', async () => {
    await save('member', { isTravelling: true })
    const member = await foyer.as('member')
    await member.write(notices.noteZone, { timeZone: 'Asia/Tokyo' })
    assert.equal((await member.read(notices.countNotices, {})).body.deviceZone, 'Asia/Tokyo')
    await reply('plantManager', { to: await post('member') })
    await work()
    const next = (await member.read(notices.getSettings, {})).body.next
    assert.deepEqual([next?.at, next?.channel, next?.names], ['2026-03-02T23:00:00Z', 'mail', ['Line 3']])
    assert.equal((await member.write(notices.noteZone, { timeZone: 'Atlantis/North' })).status, 400)
  })

  it('speaks the language that its reader chose, as their notices do', async () => {
    const member = await foyer.as('member')
    await member.write(people.updateProfile, { id: cast.member.id, language: 'de' })
    const thread = await post('plantManager')
    await reply('steward', { to: thread, body: `What says ${mention('member')}?` })
    await work()
    const [notice] = (await member.read(notices.listNotices, {})).body.items
    moveTo('2026-03-03T08:00:00Z')
    await work()
    await member.write(people.updateProfile, { id: cast.member.id, language: null })
    const [letter] = await lettersTo('member')
    assert.deepEqual(notice?.sentences, ['Aiko Tanaka hat Sie erwähnt.'])
    assert.equal(notice?.why, 'weil Sie erwähnt wurden')
    assert.match(letter?.text ?? '', /In Plant\. Sie erhalten das, weil Sie erwähnt wurden\./)
    assert.match(letter?.html ?? '', /<html lang="de">/)
  })

  it('has five threads at most; the rest comes with the next', async () => {
    for (let number = 0; number < 7; number += 1) await reply('plantManager', { to: await post('member') })
    await work()
    moveTo('2026-03-03T08:00:00Z')
    await work()
    const [letter] = await lettersTo('member')
    assert.equal(letter?.subject, 'Line 3, and 6 more')
    assert.equal(letter?.text.match(/^\* /gm)?.length, DIGEST.itemsMax)
    assert.match(letter?.text ?? '', /2 more wait in Foyer\./)
    moveTo('2026-03-04T08:00:00Z')
    await work()
    assert.equal((await lettersTo('member'))[1]?.subject, 'Line 3, and 1 more')
  })

  it('comes half as often once three stayed unopened, and asks once if that is right', async () => {
    const thread = await post('member')
    for (const day of ['02', '03', '04', '05', '06', '09', '10', '11', '12']) {
      moveTo(`2026-03-${day}T08:00:00Z`)
      await work()
      moveTo(`2026-03-${day}T12:00:00Z`)
      await reply('plantManager', { to: thread })
      await work()
    }
    const letters = await lettersTo('member')
    assert.deepEqual(
      letters.map(({ at }) => at),
      ['03 08:00', '04 08:00', '05 08:00', '09 08:00', '11 08:00'],
    )
    assert.deepEqual(
      letters.map(({ text }) => text.includes('half as often')),
      [false, false, false, true, false],
    )
    const member = await foyer.as('member')
    assert.equal((await member.read(notices.getSettings, {})).body.asks, true)
    assert.equal((await save('member', { isHalved: false })).body.asks, false)
  })

  it('stops by the one button of its last link, and by a mail program that presses it', async () => {
    await reply('plantManager', { to: await post('member') })
    await work()
    moveTo('2026-03-03T08:00:00Z')
    await work()
    const [letter] = await lettersTo('member')
    const path = /\/act\/[\w-]+/.exec(letter?.headers['List-Unsubscribe'] ?? '')?.[0] ?? ''
    const opened = await foyer.anyone.open(path)
    await opened.body?.cancel()
    assert.equal((await (await foyer.as('member')).read(notices.getSettings, {})).body.settings.first, 'mail')
    const pressed = await foyer.anyone.open(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    assert.ok(pressed.status < 300, `${pressed.status}`)
    const { settings } = (await (await foyer.as('member')).read(notices.getSettings, {})).body
    assert.equal(settings.first, 'in-app')
  })
})
