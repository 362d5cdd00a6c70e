import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { people } from '#contract/people'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const administrator = await foyer.as('administrator')
const member = await foyer.as('member')

async function countPeople(): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*) from people.person`.execute(foyer.db)
  return counted.rows[0]?.count ?? 0
}

/** Resolves once so many wait for a lock that somebody else holds. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const counted = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(foyer.db)
    if ((counted.rows[0]?.waiting ?? 0) >= count) return
  }
}

test('one changes what is given of the own profile, and the rest stays', async () => {
  const change = { id: cast.member.id, about: 'Keeps line 4 running', languages: ['pl', 'en'] }
  await member.write(people.updateProfile, change)
  const later = await member.write(people.updateProfile, {
    id: cast.member.id,
    timeZone: 'Europe/Warsaw',
    purpose: 'Fewer stops',
    title: '',
  })
  assert.equal(later.body.about, 'Keeps line 4 running')
  assert.deepEqual(later.body.languages, ['pl', 'en'])
  assert.deepEqual(
    [later.body.timeZone, later.body.purpose, later.body.title],
    ['Europe/Warsaw', 'Fewer stops', null],
  )
  const found = await member.read(people.listPeople, { search: 'technician' })
  assert.deepEqual(found.body.items, [])
})

test("another person's profile is changed by administrators alone", async () => {
  const change = { id: cast.steward.id, about: 'Changed' }
  const answer = await member.write(people.updateProfile, change)
  assert.deepEqual([answer.status, answer.problem?.code], [403, 'not-your-profile'])
  assert.equal((await administrator.write(people.updateProfile, change)).body.about, 'Changed')
})

test('a profile with words that do not fit changes nothing', async () => {
  const before = (await member.read(people.getPerson, { id: cast.member.id })).body
  for (const wrong of [
    { timeZone: 'Mars/Olympus' },
    { languages: ['not one!'] },
    { name: '   ' },
    { about: 'x'.repeat(2001) },
    { roles: ['administrator'] },
    { about: 7 },
  ]) {
    const answer = await member.write(people.updateProfile, { id: cast.member.id, ...wrong } as never)
    assert.equal(answer.status, 400)
    assert.ok(answer.problem?.detail)
  }
  assert.deepEqual((await member.read(people.getPerson, { id: cast.member.id })).body, before)
})

test('somebody added can sign in by link', async () => {
  const added = await administrator.write(people.addPerson, {
    name: 'Ines Duarte',
    address: 'Ines@foyer.test',
    roles: ['executive'],
    managerId: cast.executive.id,
  })
  assert.equal(added.status, 200)
  assert.deepEqual(added.body.addresses, ['ines@foyer.test'])
  assert.deepEqual([added.body.manager?.id, added.body.roles], [cast.executive.id, ['executive']])
  assert.equal((await member.write(people.addPerson, { name: 'X', address: 'x@foyer.test' })).status, 403)
})

test('an address is given once, also to two added at the same moment', async () => {
  const taken = await administrator.write(people.addPerson, { name: 'Twin', address: cast.steward.address })
  assert.deepEqual([taken.status, taken.problem?.code], [409, 'address-taken'])
  const before = await countPeople()
  const both = await Promise.all(
    ['Twin One', 'Twin Two'].map((name) =>
      administrator.write(people.addPerson, { name, address: 'twin@foyer.test' }),
    ),
  )
  assert.deepEqual(both.map((answer) => answer.status).sort(), [200, 409])
  assert.equal(await countPeople(), before + 1)
})

test('the address of somebody who left brings that person back', async () => {
  const leaver = { name: 'Rosa Lind', address: 'rosa@foyer.test' }
  const { id } = (await administrator.write(people.addPerson, leaver)).body
  await administrator.write(people.deactivatePerson, { id })
  assert.equal((await member.read(people.getPerson, { id })).body.isActive, false)
  const back = await administrator.write(people.addPerson, { ...leaver, roles: ['steward'] })
  assert.deepEqual([back.body.id, back.body.isActive, back.body.roles], [id, true, ['steward']])
})

test('a write sent again with its key is answered again and not done again', async () => {
  const input = { name: 'Only Once', address: 'once@foyer.test' }
  const before = await countPeople()
  const first = await administrator.write(people.addPerson, input, 'key-number-1')
  const again = await administrator.write(people.addPerson, input, 'key-number-1')
  assert.deepEqual([again.status, again.body], [200, first.body])
  assert.equal(await countPeople(), before + 1)
  const other = await administrator.write(people.addPerson, { ...input, name: 'Other' }, 'key-number-1')
  assert.equal(other.problem?.code, 'key-used-otherwise')
})

test('a guest has no other role, and unknown roles do not exist', async () => {
  const both = await administrator.write(people.changeRoles, {
    id: cast.outsider.id,
    roles: ['guest', 'steward'],
  })
  assert.equal(both.problem?.code, 'guest-is-outside')
  const unknown = { id: cast.outsider.id, roles: ['owner'] }
  assert.equal((await administrator.write(people.changeRoles, unknown as never)).status, 400)
  const twice = await administrator.write(people.changeRoles, {
    id: cast.outsider.id,
    roles: ['steward', 'steward'],
  })
  assert.deepEqual(twice.body.roles, ['steward'])
})

test('nobody deactivates themselves, and only administrators deactivate', async () => {
  const own = await administrator.write(people.deactivatePerson, { id: cast.administrator.id })
  assert.equal(own.problem?.code, 'not-yourself')
  assert.equal((await member.write(people.deactivatePerson, { id: cast.steward.id })).status, 403)
})

test('two administrators who take the role from each other at once leave one', {
  timeout: 60_000,
}, async () => {
  const alone = await administrator.write(people.changeRoles, { id: cast.administrator.id, roles: [] })
  assert.equal(alone.problem?.code, 'last-administrator')
  await administrator.write(people.changeRoles, { id: cast.delegate.id, roles: ['administrator'] })
  const delegate = await foyer.as('delegate')
  const answers = await foyer.db.transaction().execute(async (held) => {
    await sql`select from people.person where 'administrator' = any (roles) for update`.execute(held)
    const asked = [
      administrator.write(people.changeRoles, { id: cast.delegate.id, roles: [] }),
      delegate.write(people.deactivatePerson, { id: cast.administrator.id }),
    ]
    // Both are through the door before either is done.
    await untilWaiting(asked.length)
    return asked
  })
  const statuses = await Promise.all(answers.map(async (answer) => (await answer).status))
  assert.deepEqual(statuses.sort(), [200, 409])
  const left = await sql<{ count: number }>`
    select count(*) from people.person where is_active and 'administrator' = any (roles)`.execute(foyer.db)
  assert.equal(left.rows[0]?.count, 1)
})
