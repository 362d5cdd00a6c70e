import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { mail } from '#contract/mail'
import { refusal } from '#platform/refusal'
import { sentence } from '#platform/say'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { type LinkAct, oneButtonLink } from './one-button.ts'
import { lookAtLink, pressButton } from './press-button.ts'

const foyer = await startFoyer()
const { db, clock } = foyer
const pressed: string[] = []
const act: LinkAct = {
  name: 'mail/ring-bell',
  describe: ({ bell }) => ({
    sentence: sentence('Ring the {bell}?', { bell: String(bell) }),
    button: sentence('Ring it'),
    leadsTo: '/notices',
  }),
  run: async ({ personId, facts, emit }) => {
    if (facts.bell === 'broken bell') throw refusal('conflict', 'broken', 'It is broken.')
    pressed.push(personId)
    await emit({ name: 'mail/bell-rung', facts })
    return sentence('You rang the {bell}.', { bell: String(facts.bell) })
  },
}
const told: string[] = []
const desk = { acts: [act], tell: async (_: unknown, news: { name: string }) => void told.push(news.name) }

async function link(facts: Record<string, unknown> = { bell: 'bell' }): Promise<string> {
  const expiresAt = clock.now.add({ hours: 1 })
  const wanted = { personId: cast.member.id, act: act.name, facts, expiresAt }
  const url = await oneButtonLink(db, { baseUrl: 'http://localhost:3000' }, wanted)
  return url.split('/act/')[1] ?? ''
}

describe('a link out of a letter', () => {
  it('does nothing by being looked at, and acts once by its button', async () => {
    const token = await link()
    const at = { db, now: clock.now, language: 'en' as const }
    for (let i = 0; i < 3; i += 1) assert.equal((await lookAtLink(desk, at, { token })).state, 'open')
    assert.deepEqual(pressed, [])
    const done = await pressButton(desk, at, { token })
    assert.deepEqual(done, {
      state: 'done',
      sentence: 'You rang the bell.',
      button: null,
      leadsTo: '/notices',
    })
    const again = await pressButton(desk, at, { token })
    assert.equal(again.sentence, 'This was done already. You rang the bell.')
    assert.deepEqual(pressed, [cast.member.id])
    assert.deepEqual(told, ['mail/bell-rung'])
  })

  it('acts once also when it is pressed at the same moment in two places', async () => {
    const token = await link()
    const before = pressed.length
    const at = { db, now: clock.now, language: 'en' as const }
    const answers = await Promise.all([1, 2, 3].map(() => pressButton(desk, at, { token })))
    assert.equal(pressed.length, before + 1)
    assert.ok(answers.every(({ state }) => state === 'done'))
  })

  it('can be pressed again when it could not be done', async () => {
    const token = await link({ bell: 'broken bell' })
    const at = { db, now: clock.now, language: 'en' as const }
    await assert.rejects(pressButton(desk, at, { token }), /broken/)
    assert.equal((await lookAtLink(desk, at, { token })).state, 'open')
  })

  it('is over when its time has come, or when its person left', async () => {
    const token = await link()
    const late = { db, now: clock.now.add({ hours: 2 }), language: 'en' as const }
    assert.equal((await pressButton(desk, late, { token })).state, 'expired')
    await sql`update people.person set is_active = false where id = ${cast.member.id}`.execute(db)
    assert.equal(
      (await lookAtLink(desk, { db, now: clock.now, language: 'en' as const }, { token })).state,
      'unknown',
    )
    await sql`update people.person set is_active = true where id = ${cast.member.id}`.execute(db)
  })

  it('that nobody was given tells nothing', async () => {
    const { anyone } = foyer
    const looked = must(await anyone.read(mail.lookAtLink, { token: 'a-token-that-was-never-given' }))
    assert.equal(looked.state, 'unknown')
    const tried = must(await anyone.write(mail.pressButton, { token: 'a-token-that-was-never-given' }))
    assert.deepEqual(tried, looked)
  })
})

describe('a mail program', () => {
  const post = (token: string, body: string) =>
    foyer.anyone.open(`/act/${token}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  it('is asked for the words of RFC 8058, and told when a link is of no use', async () => {
    assert.equal((await post('nothing', 'a=b')).status, 400)
    const answer = await post('nothing', 'List-Unsubscribe=One-Click')
    assert.equal(answer.status, 410)
    assert.match(await answer.text(), /leads nowhere/)
    assert.equal((await post('nothing', 'x'.repeat(10_000))).status, 400)
  })
})
