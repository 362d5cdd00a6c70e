import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { people } from '#contract/people'
import { readSecret } from '#platform/secret'
import { cookiesOf } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { type Answer, ORIGIN, startFoyer } from '#testing/foyer'
import { openEngine } from './engine.ts'
import { hashPassword } from './passwords.ts'
import { insertUser, writePassword } from './store.ts'

const PASSWORD = 'harbour lights at dawn'
const hashed = await hashPassword(PASSWORD)
// One Foyer for all tests: each takes people of its own where it changes what they may do.
const foyer = await startFoyer()

async function givePassword(who: CastName): Promise<void> {
  const personId = cast[who].id
  await insertUser(foyer.db, { personId, at: foyer.clock.now })
  await writePassword(foyer.db, { personId, hashed, at: foyer.clock.now })
}

async function isSignedIn(cookie: string): Promise<boolean> {
  const answer = await foyer.callerWith(cookie).read(auth.whoAmI, {})
  return answer.body.standing === 'signed-in'
}

async function askForLink(address: string): Promise<string> {
  await foyer.anyone.write(auth.askForLink, { address })
  return foyer.mails.at(-1)?.text.match(/\/link\/([\w-]+)/)?.[1] ?? ''
}

function withoutRequestId(answer: Answer<unknown>) {
  return { status: answer.status, problem: { ...answer.problem, requestId: '' } }
}

describe('signing in with a password', () => {
  test('works for the one who has it, with a cookie that scripts and other sites cannot use', async () => {
    await givePassword('member')
    const answer = await foyer.anyone.write(auth.signIn, {
      address: cast.member.address.toUpperCase(),
      password: PASSWORD,
    })
    assert.equal(answer.status, 200)
    assert.ok(answer.body.standing === 'signed-in')
    assert.equal(answer.body.me.person.id, cast.member.id)
    assert.match(answer.headers.getSetCookie().join(), /^foyer_session=[^;]+;.*HttpOnly; SameSite=Lax$/)
    assert.equal(await isSignedIn(cookiesOf(answer.headers)), true)
  })

  test('gives a cookie for safe lines alone where the network is on one', async () => {
    await givePassword('executive')
    const engine = openEngine({
      db: foyer.db,
      secret: await readSecret(foyer.db, 'sign-in'),
      baseUrl: 'https://foyer.test',
      log: { debug() {}, info() {}, warn() {}, error() {} },
      now: () => foyer.clock.now,
      deliver: () => {},
    })
    const ctx = { viewer: undefined, now: foyer.clock.now, db: foyer.db, emit: async () => {} }
    const request = {
      ctx,
      headers: new Headers(),
      language: 'en' as const,
      address: '192.0.2.7',
      setCookies: () => {},
    }
    const given = { personId: cast.executive.id, password: PASSWORD }
    const cookie = (await engine.startByPassword(request, given))?.getSetCookie().join() ?? ''
    assert.match(cookie, /^__Secure-foyer_session=[^;]+;.*; Secure/)
    assert.equal(await isSignedIn(cookie.split(';')[0] ?? ''), true)
  })

  test('answers the same for a wrong password, somebody unknown, without a password or inactive', async () => {
    await givePassword('member')
    await givePassword('outsider')
    await sql`update people.person set is_active = false where id = ${cast.outsider.id}`.execute(foyer.db)
    const tries = [
      { address: cast.member.address, password: 'not the password' },
      { address: 'nobody@foyer.test', password: PASSWORD },
      { address: cast.steward.address, password: PASSWORD },
      { address: cast.outsider.address, password: PASSWORD },
    ]
    const answers = []
    for (const input of tries) answers.push(await foyer.anyone.write(auth.signIn, input))
    assert.equal(answers[0]?.problem?.code, 'wrong-sign-in')
    for (const answer of answers) {
      assert.equal(answer.status, 401)
      assert.deepEqual(withoutRequestId(answer), withoutRequestId(answers[0]!))
      assert.deepEqual(answer.headers.getSetCookie(), [])
    }
  })

  test('is refused after ten tries, for that address alone, until a quarter of an hour has passed', async () => {
    await givePassword('plantManager')
    for (let tried = 0; tried < 10; tried += 1) {
      const wrong = await foyer.anyone.write(auth.signIn, {
        address: cast.plantManager.address,
        password: 'wrong',
      })
      assert.equal(wrong.status, 401)
    }
    const right = { address: cast.plantManager.address, password: PASSWORD }
    const refused = await foyer.anyone.write(auth.signIn, right)
    assert.equal(refused.status, 429)
    assert.ok(Number(refused.headers.get('retry-after')) > 0)
    const other = await foyer.anyone.write(auth.signIn, { address: cast.steward.address, password: 'wrong' })
    assert.equal(other.status, 401)
  })

  test('is not done for a form of another site, nor without JSON', async () => {
    await givePassword('member')
    const post = (headers: Record<string, string>) =>
      foyer.app.request(`${ORIGIN}${auth.signIn.path}`, {
        method: 'POST',
        headers: { host: 'localhost:3000', ...headers },
        body: JSON.stringify({ address: cast.member.address, password: PASSWORD }),
      })
    const json = { 'content-type': 'application/json' }
    const elsewhere = await post({ ...json, origin: 'https://elsewhere.test' })
    const fetched = await post({ ...json, 'sec-fetch-site': 'cross-site' })
    const form = await post({ 'content-type': 'text/plain', origin: ORIGIN })
    assert.deepEqual([elsewhere.status, fetched.status, form.status], [403, 403, 400])
    for (const answer of [elsewhere, fetched, form]) assert.equal(answer.headers.get('set-cookie'), null)
  })
})

describe('a link', () => {
  test('signs in once', async () => {
    const token = await askForLink(cast.member.address)
    const answers = await Promise.all([
      foyer.anyone.write(auth.useLink, { token }),
      foyer.anyone.write(auth.useLink, { token }),
    ])
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [200, 400])
    const again = await foyer.anyone.write(auth.useLink, { token })
    assert.equal(again.problem?.code, 'link-used-up')
    const started = answers.find((answer) => answer.status === 200)!
    assert.equal(await isSignedIn(cookiesOf(started.headers)), true)
  })

  test('does nothing by being opened', async () => {
    const token = await askForLink(cast.member.address)
    const opened = await foyer.app.request(`${ORIGIN}/link/${token}`)
    assert.equal(opened.headers.get('set-cookie'), null)
    assert.equal((await foyer.anyone.write(auth.useLink, { token })).status, 200)
  })

  test('lasts fifteen minutes', async () => {
    const fresh = await askForLink(cast.member.address)
    const stale = await askForLink(cast.member.address)
    foyer.clock.now = foyer.clock.now.add({ minutes: 15 })
    assert.equal((await foyer.anyone.write(auth.useLink, { token: fresh })).status, 200)
    foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
    assert.equal((await foyer.anyone.write(auth.useLink, { token: stale })).problem?.code, 'link-used-up')
  })

  test('is not mailed to strangers and those who left, and the answer does not tell', async () => {
    await sql`update people.person set is_active = false where id = ${cast.outsider.id}`.execute(foyer.db)
    const mailsBefore = foyer.mails.length
    const replies = []
    for (const address of [cast.member.address, cast.outsider.address, 'nobody@foyer.test']) {
      replies.push((await foyer.anyone.write(auth.askForLink, { address })).body)
    }
    assert.deepEqual(replies, [{ done: true }, { done: true }, { done: true }])
    assert.deepEqual(
      foyer.mails.slice(mailsBefore).map((mail) => mail.to),
      [cast.member.address],
    )
  })

  test('that was mailed to somebody who then left does not let them in', async () => {
    const token = await askForLink(cast.delegate.address)
    await sql`update people.person set is_active = false where id = ${cast.delegate.id}`.execute(foyer.db)
    assert.equal((await foyer.anyone.write(auth.useLink, { token })).problem?.code, 'link-used-up')
  })

  test('is kept as a hash and never logged', async () => {
    const token = await askForLink(cast.member.address)
    const kept = await sql<{ text: string }>`select v::text as text from auth.verification v`.execute(
      foyer.db,
    )
    assert.notEqual(kept.rows.length, 0)
    assert.equal(
      kept.rows.some((row) => row.text.includes(token)),
      false,
    )
    assert.equal(foyer.logged.join().includes(token), false)
  })

  test('cannot be asked for without end for one address', async () => {
    const statuses = []
    for (let asked = 0; asked < 11; asked += 1) {
      const answer = await foyer.anyone.write(auth.askForLink, { address: cast.supervisor.address })
      statuses.push(answer.status)
    }
    assert.deepEqual(statuses, [...Array(10).fill(200), 429])
  })
})

test('words that are no input are refused with a sentence, and nothing is mailed', async () => {
  const mailsBefore = foyer.mails.length
  const answers = [
    await foyer.anyone.write(auth.askForLink, { address: 'not an address' }),
    await foyer.anyone.write(auth.useLink, { token: 'short' }),
    await foyer.anyone.write(auth.signIn, { address: cast.member.address, password: 'x'.repeat(201) }),
    await foyer.anyone.write(auth.signIn, { address: cast.member.address } as never),
  ]
  for (const answer of answers) {
    assert.equal(answer.status, 400)
    assert.ok(answer.problem?.detail)
  }
  assert.equal(foyer.mails.length, mailsBefore)
  const stranger = await foyer.anyone.read(people.listPeople, {})
  assert.equal(stranger.problem?.code, 'not-signed-in')
})
