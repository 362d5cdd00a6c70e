// Pushes to browsers, through the room's own door.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { notices } from '#contract/notices'
import { type CastName, cast, mention } from '#testing/cast'
import { openOutside } from '#testing/notices-outside'
import { whyNotPushAddress } from './push-addresses.ts'

const { foyer, clear, moveTo, work, lettersTo, save, post, reply, read } = await openOutside()

beforeEach(async () => {
  await clear()
  foyer.pushes.length = 0
})

const ADDRESS = 'https://fcm.googleapis.com/fcm/send'
const KEYS = { p256dh: 'BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA', auth: 'tBHItJI5svbpez7KI4CCXg' }

const subscribe = async (who: CastName, browser: string) =>
  (await foyer.as(who)).write(notices.subscribePush, { endpoint: `${ADDRESS}/${browser}`, ...KEYS })

const pushed = () =>
  foyer.pushes.map(({ browser, words }) => [browser.endpoint.split('/').at(-1), words.body])

describe('a push', () => {
  it('goes to each browser of its reader, once a day, and says nothing unless asked to', async () => {
    await subscribe('executive', 'laptop')
    await subscribe('executive', 'phone')
    const thread = await post('executive')
    await reply('steward', { to: thread })
    await work()
    moveTo('2026-03-02T16:00:00Z')
    await work()
    assert.deepEqual(pushed().sort(), [
      ['laptop', 'Something waits for you.'],
      ['phone', 'Something waits for you.'],
    ])
    await read('executive', thread)
    await save('executive', { pushSaysWhat: true })
    moveTo('2026-03-03T07:00:00Z')
    await reply('steward', { to: thread, body: mention('executive') })
    await work()
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.equal(foyer.pushes.at(-1)?.words.body, 'Aiko Tanaka mentioned you. Line 3')
    assert.match(foyer.pushes.at(-1)?.words.address ?? '', new RegExp(`^/threads/${thread}/`))
    await read('executive', thread)
    moveTo('2026-03-03T09:00:00Z')
    await reply('steward', { to: thread })
    moveTo('2026-03-03T16:00:00Z')
    await work()
    assert.equal(foyer.pushes.length, 4)
    assert.deepEqual(await lettersTo('executive'), [])
  })

  it('is followed by a mail when nothing of it was seen for two hours, and by none when something was', async () => {
    await subscribe('member', 'phone')
    const thread = await post('member')
    await reply('steward', { to: thread })
    await work()
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.equal(foyer.pushes.length, 1)
    moveTo('2026-03-03T09:59:00Z')
    await work()
    assert.deepEqual(await lettersTo('member'), [])
    moveTo('2026-03-03T10:00:10Z')
    await work()
    assert.equal((await lettersTo('member')).length, 1)
    await read('member', thread)
    await reply('steward', { to: thread })
    moveTo('2026-03-04T08:00:00Z')
    await work()
    await read('member', thread)
    moveTo('2026-03-04T12:00:00Z')
    await work()
    assert.deepEqual([foyer.pushes.length, (await lettersTo('member')).length], [2, 1])
  })

  it('ends with a browser that is gone, and is tried again where a service does not answer', async () => {
    await subscribe('member', 'gone')
    await subscribe('member', 'later')
    await reply('steward', { to: await post('member') })
    await work()
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.equal(foyer.pushes.length, 2)
    const browsers = async () =>
      (await (await foyer.as('member')).read(notices.getSettings, {})).body.browserCount
    assert.equal(await browsers(), 1)
    for (const minutes of [2, 5, 10, 20, 40, 90, 200]) {
      foyer.clock.now = Temporal.Instant.from('2026-03-03T08:00:00Z').add({ minutes })
      await work()
    }
    assert.equal(foyer.pushes.length, 7, 'six tries and no more')
    assert.deepEqual((await sql`select from notices.push`.execute(foyer.db)).rows, [])
  })

  it('comes with one pair of keys for the whole network, which no other reader of it is told', async () => {
    const keyOf = async (who: CastName) => (await (await foyer.as(who)).read(notices.getPushKey, {})).body.key
    const key = await keyOf('member')
    assert.equal(await keyOf('steward'), key)
    assert.equal(Buffer.from(key, 'base64url').length, 65)
    await subscribe('member', 'phone')
    await reply('steward', { to: await post('member') })
    await work()
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.equal(foyer.pushes[0]?.sender.publicKey, key)
  })
})

describe('a browser', () => {
  it('is whose it was last, and nobody else’s to take off', async () => {
    await subscribe('member', 'shared')
    await subscribe('steward', 'shared')
    const browsers = async (who: CastName) =>
      (await (await foyer.as(who)).read(notices.getSettings, {})).body.browserCount
    assert.deepEqual([await browsers('member'), await browsers('steward')], [0, 1])
    const member = await foyer.as('member')
    await member.write(notices.unsubscribePush, { endpoint: `${ADDRESS}/shared` })
    assert.equal(await browsers('steward'), 1)
    for (let number = 0; number < 12; number += 1) await subscribe('steward', `number-${number}`)
    assert.equal(await browsers('steward'), 10)
  })

  it('is reached by the services of browsers alone, never within the house', () => {
    const addresses = [
      'https://fcm.googleapis.com/fcm/send/x',
      'https://updates.push.services.mozilla.com/wpush/v2/x',
      'https://web.push.apple.com/x',
      'https://db5p.notify.windows.com/w/?token=x',
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com:8443/x',
      'https://fcm.googleapis.com.evil.test/x',
      'https://evil.test/fcm.googleapis.com',
      'https://user@fcm.googleapis.com/x',
      'https://127.0.0.1/x',
      'https://[::1]/x',
      'https://push.apple.com.localhost/x',
    ]
    const known = addresses.filter((address) => whyNotPushAddress(address) === undefined)
    assert.deepEqual(known, addresses.slice(0, 4))
  })

  it('is pushed to only while its owner is here', async () => {
    await subscribe('outsider', 'phone')
    await post('member', mention('outsider'))
    await work()
    await sql`update people.person set is_active = false where id = ${cast.outsider.id}`.execute(foyer.db)
    moveTo('2026-03-03T08:00:00Z')
    await work()
    assert.deepEqual(foyer.pushes, [])
    await sql`update people.person set is_active = true where id = ${cast.outsider.id}`.execute(foyer.db)
  })
})
