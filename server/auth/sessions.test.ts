import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auth } from '#contract/auth'
import { people } from '#contract/people'
import type { Viewer } from '#platform/ctx'
import { openLog } from '#platform/log'
import { type CastName, cast } from '#testing/cast'
import { type Caller, startFoyer } from '#testing/foyer'
import { openAuth } from './open-auth.ts'

// One Foyer for all tests: each takes people of its own where it changes what they may do.
const foyer = await startFoyer()

/** Another session of somebody, besides the one of `foyer.as`. */
async function signInAgain(who: CastName): Promise<Caller> {
  await foyer.anyone.write(auth.askForLink, { address: cast[who].address })
  const token = foyer.mails.at(-1)?.text.match(/\/link\/([\w-]+)/)?.[1] ?? ''
  const answer = await foyer.anyone.write(auth.useLink, { token })
  return foyer.callerWith(answer.headers.getSetCookie()[0]?.split(';')[0] ?? '')
}

async function isIn(caller: Caller): Promise<boolean> {
  return (await caller.read(auth.listSessions, {})).status === 200
}

async function sessionIdOf(caller: Caller): Promise<string> {
  const { items } = (await caller.read(auth.listSessions, {})).body
  return items.find((session) => session.isThisOne)?.id ?? ''
}

test('a session ends thirty days after its last use', async () => {
  const foyer = await startFoyer()
  const member = await foyer.as('member')
  foyer.clock.now = foyer.clock.now.add({ hours: 29 * 24 })
  assert.equal(await isIn(member), true)
  foyer.clock.now = foyer.clock.now.add({ hours: 29 * 24 })
  assert.equal(await isIn(member), true)
  foyer.clock.now = foyer.clock.now.add({ hours: 30 * 24 })
  const late = await member.read(auth.listSessions, {})
  assert.equal(late.status, 401)
  assert.equal(late.problem?.code, 'not-signed-in')
  assert.equal((await member.read(auth.whoAmI, {})).body.standing, 'signed-out')
})

test('a session that another process ended is believed no longer once this one looked', async () => {
  const member = await signInAgain('member')
  const sessionId = await sessionIdOf(member)
  const closed: string[] = []
  const other = await openAuth({
    ...{ db: foyer.db, log: openLog('silent'), now: () => foyer.clock.now },
    settings: { host: 'localhost', baseUrl: 'http://localhost:3000', isBehindProxy: false },
    ...{ sendMail: async () => {}, limits: { takeSignIn: async () => {} } },
    closeStreams: (isMeant) => {
      if (isMeant({ sessionId } as Viewer)) closed.push(sessionId)
    },
  })
  const comeIn = () => other.findViewer(new Headers({ cookie: member.cookie }), foyer.clock.now)
  assert.equal((await comeIn())?.sessionId, sessionId)
  await member.write(auth.signOut, {})
  assert.equal((await comeIn())?.sessionId, sessionId)
  assert.deepEqual([...(await other.findEnded([sessionId]))], [sessionId])
  assert.deepEqual(closed, [sessionId])
  assert.equal(await comeIn(), undefined)
})

test('signing out ends the session at once and takes the cookie away', async () => {
  const member = await signInAgain('member')
  assert.equal(await isIn(member), true)
  const answer = await member.write(auth.signOut, {})
  assert.match(answer.headers.getSetCookie().join(), /foyer_session=;.*Max-Age=0/)
  assert.equal(await isIn(member), false)
})

test('one sees where one is signed in, and ends any of these sessions at once', async () => {
  const here = await foyer.as('plantManager')
  foyer.clock.now = foyer.clock.now.add({ hours: 2 })
  const there = await signInAgain('plantManager')
  const { items } = (await there.read(auth.listSessions, {})).body
  assert.deepEqual(
    items.map((session) => session.isThisOne),
    [true, false],
  )
  assert.equal(await isIn(here), true)
  assert.equal((await there.write(auth.endSession, { id: await sessionIdOf(here) })).status, 200)
  assert.equal(await isIn(here), false)
  assert.equal(await isIn(there), true)
})

test("another person's session does not exist for you", async () => {
  const member = await foyer.as('member')
  const administrator = await foyer.as('administrator')
  for (const id of [await sessionIdOf(member), 'no-such-session']) {
    const answer = await administrator.write(auth.endSession, { id })
    assert.equal(answer.status, 404)
    assert.equal(answer.problem?.code, 'no-such-session')
  }
  assert.equal(await isIn(member), true)
})

test('somebody deactivated is out at once, and so is a role taken away', async () => {
  const administrator = await foyer.as('administrator')
  const steward = await foyer.as('steward')
  const supervisor = await foyer.as('supervisor')
  const grant = { id: cast.steward.id, roles: ['administrator' as const] }
  assert.equal((await administrator.write(people.changeRoles, grant)).status, 200)
  const deactivation = { id: cast.supervisor.id }
  assert.equal((await steward.write(people.deactivatePerson, deactivation)).status, 200)
  assert.equal(await isIn(supervisor), false)
  assert.equal((await administrator.write(people.changeRoles, { ...grant, roles: [] })).status, 200)
  assert.equal((await steward.write(people.deactivatePerson, { id: cast.outsider.id })).status, 403)
})

test('a cookie whose token is real and whose signature is not lets nobody in', async () => {
  const member = await foyer.as('member')
  const [token] = decodeURIComponent(member.cookie).split('.')
  const forged = foyer.callerWith(`${token}.${encodeURIComponent('A'.repeat(43))}=`)
  assert.equal(await isIn(forged), false)
  assert.equal(await isIn(foyer.callerWith(`${token}`)), false)
  assert.equal(await isIn(foyer.callerWith('foyer_session=%E0%A4%A')), false)
})

test('a password is set soon after a link without the one before, and ends the other sessions', async () => {
  const other = await signInAgain('delegate')
  const delegate = await foyer.as('delegate')
  const first = { newPassword: 'harbour lights at dawn' }
  assert.equal((await delegate.write(auth.setPassword, first)).status, 200)
  assert.equal(await isIn(other), false)
  assert.equal(await isIn(delegate), true)
  const signIn = { address: cast.delegate.address, password: first.newPassword }
  assert.equal((await foyer.anyone.write(auth.signIn, signIn)).status, 200)

  foyer.clock.now = foyer.clock.now.add({ minutes: 15, seconds: 1 })
  const second = { newPassword: 'harbour lights at dusk' }
  const blind = await delegate.write(auth.setPassword, second)
  assert.equal(blind.problem?.code, 'password-needed')
  const wrong = await delegate.write(auth.setPassword, { ...second, currentPassword: 'not this one' })
  assert.equal(wrong.problem?.code, 'wrong-password')
  assert.equal((await foyer.anyone.write(auth.signIn, signIn)).status, 200)
  const right = { ...second, currentPassword: first.newPassword }
  assert.equal((await delegate.write(auth.setPassword, right)).status, 200)
  assert.equal((await foyer.anyone.write(auth.signIn, signIn)).status, 401)
})

test('a password that is too short changes nothing', async () => {
  const member = await foyer.as('member')
  const answer = await member.write(auth.setPassword, { newPassword: 'short' })
  assert.equal(answer.status, 400)
  assert.match(answer.problem?.detail ?? '', /at least 10 characters/)
})
