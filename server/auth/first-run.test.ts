import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { people } from '#contract/people'
import { cookiesOf } from '#testing/answer'
import { startFoyer } from '#testing/foyer'

const FIRST = {
  networkName: 'Harbour Works',
  name: 'Ada Lindqvist',
  address: 'Ada@Harbour.test',
  password: 'a very long password',
  timeZone: 'Europe/Stockholm',
}

const FIRST_RUN = { standing: 'first-run', mayOpenSample: true, isOpenToOthers: false }

test('the first administrator begins the network, once, and is signed in', async () => {
  const foyer = await startFoyer({ isEmpty: true })
  assert.deepEqual((await foyer.anyone.read(auth.whoAmI, {})).body, FIRST_RUN)

  for (const wrong of [
    { ...FIRST, password: 'short' },
    { ...FIRST, networkName: '  ' },
    { ...FIRST, address: 'ada' },
    { ...FIRST, timeZone: 'Mars/Olympus' },
  ]) {
    const answer = await foyer.anyone.write(auth.createFirstAdministrator, wrong)
    assert.equal(answer.status, 400)
  }
  assert.deepEqual((await foyer.anyone.read(auth.whoAmI, {})).body, FIRST_RUN)

  const second = { ...FIRST, name: 'Bo Ek', address: 'bo@harbour.test' }
  const answers = await Promise.all(
    [FIRST, second].map((input) => foyer.anyone.write(auth.createFirstAdministrator, input)),
  )
  const [winner, loser] = answers.sort((a, b) => a.status - b.status)
  assert.ok(winner && loser)
  assert.equal(winner.status, 200)
  assert.equal(loser.status, 409)
  assert.equal(loser.problem?.code, 'has-begun')
  const counted = await sql<{ people: number; users: number; networks: number }>`
    select (select count(*) from people.person) as people, (select count(*) from auth."user") as users,
      (select count(*) from people.network) as networks`.execute(foyer.db)
  assert.deepEqual(counted.rows[0], { people: 1, users: 1, networks: 1 })

  const administrator = foyer.callerWith(cookiesOf(winner.headers))
  const standing = (await administrator.read(auth.whoAmI, {})).body
  assert.ok(standing.standing === 'signed-in')
  assert.deepEqual(standing.me.roles, ['administrator'])
  assert.equal(standing.networkName, 'Harbour Works')
  assert.deepEqual((await foyer.anyone.read(auth.whoAmI, {})).body, {
    standing: 'signed-out',
    networkName: 'Harbour Works',
    isSample: false,
  })
  assert.equal(foyer.logged.join().includes(FIRST.password), false)
})

test('somebody whom a chart brought in before becomes the first administrator of their own record', async () => {
  const foyer = await startFoyer({ isEmpty: true })
  const id = '019c0000-0000-7000-8000-000000000001'
  await sql`
    insert into people.person (id, name, title, roles, is_active, created_at)
    values (${id}, 'Ada Maria Lindqvist', 'Harbour master', '{guest}', false, ${foyer.clock.now})`.execute(
    foyer.db,
  )
  await sql`
    insert into people.address (address, person_id, is_preferred, added_at)
    values ('ada@harbour.test', ${id}, true, ${foyer.clock.now})`.execute(foyer.db)
  const answer = await foyer.anyone.write(auth.createFirstAdministrator, FIRST)
  assert.equal(answer.status, 200)
  const administrator = foyer.callerWith(cookiesOf(answer.headers))
  const list = (await administrator.read(people.listPeople, {})).body
  assert.deepEqual(
    list.items.map((person) => [person.name, person.title]),
    [['Ada Maria Lindqvist', 'Harbour master']],
  )
})
