import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { people } from '#contract/people'
import { type CastName, cast } from '#testing/cast'
import { ORIGIN, startFoyer } from '#testing/foyer'

const foyer = await startFoyer()

async function search(who: CastName, text: string): Promise<string[]> {
  const caller = await foyer.as(who)
  const answer = await caller.read(people.listPeople, { search: text, limit: 50 })
  return answer.body.items.map((person) => person.name)
}

test('people are found by the beginnings of their name, title, unit and place, whatever the accents', async () => {
  await sql`
    update people.person set unit = 'Legal/EMEA', location = 'Gdańsk' where id = ${cast.outsider.id}`.execute(
    foyer.db,
  )
  assert.deepEqual(await search('member', 'wojcik'), ['Marta Wójcik'])
  assert.deepEqual(await search('member', 'MART WÓJ'), ['Marta Wójcik'])
  assert.deepEqual(await search('member', 'gdansk'), ['Marta Wójcik', 'Omar Said'])
  assert.deepEqual(await search('member', 'emea'), ['Omar Said'])
  assert.deepEqual(await search('member', 'technician'), ['Tomasz Okafor'])
  assert.deepEqual(await search('member', 'arta'), [])
  assert.deepEqual(await search('member', "'); drop table people.person; --"), [])
  assert.deepEqual(await search('member', '!!!'), [])
})

test('pages of the directory hold everybody active once, by name, and nobody automatic', async () => {
  await sql`
    insert into people.person (id, name, is_active, is_automatic, created_at) values
      ('019c0000-0000-7000-8000-00000000000a', 'Aaron Gone', false, false, ${foyer.clock.now}),
      ('019c0000-0000-7000-8000-00000000000b', 'Aaron Robot', true, true, ${foyer.clock.now}),
      ('019c0000-0000-7000-8000-00000000000c', 'omar said', true, false, ${foyer.clock.now})`.execute(
    foyer.db,
  )
  const caller = await foyer.as('member')
  const names: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await caller.read(people.listPeople, { limit: 2, ...(cursor && { cursor }) })
    names.push(...body.items.map((person) => person.name))
    cursor = body.nextCursor ?? undefined
  } while (cursor !== undefined)
  const expected = [...Object.values(cast).map((person) => person.name), 'omar said']
  assert.deepEqual(names.toSorted(), expected.toSorted())
  assert.deepEqual(
    names.map((name) => name.toLowerCase()),
    expected.map((name) => name.toLowerCase()).toSorted(),
  )
  assert.deepEqual(await search('member', 'aaron'), ['Aaron Gone'])
})

test('those who left are found after everybody else, on whatever page', async () => {
  await sql`
    insert into people.person (id, name, is_active, created_at) values
      ('019c0000-0000-7000-8000-00000000001a', 'Quentin Ash', false, ${foyer.clock.now}),
      ('019c0000-0000-7000-8000-00000000001b', 'Quentin Beech', true, ${foyer.clock.now}),
      ('019c0000-0000-7000-8000-00000000001c', 'Quentin Cedar', true, ${foyer.clock.now})`.execute(foyer.db)
  const caller = await foyer.as('member')
  const first = (await caller.read(people.listPeople, { search: 'quentin', limit: 2 })).body
  const cursor = first.nextCursor ?? ''
  const second = (await caller.read(people.listPeople, { search: 'quentin', limit: 2, cursor })).body
  assert.deepEqual(
    [...first.items, ...second.items].map((person) => person.name),
    ['Quentin Beech', 'Quentin Cedar', 'Quentin Ash'],
  )
  assert.equal(second.nextCursor, null)
})

test('a cursor that is not ours is refused with a sentence', async () => {
  const caller = await foyer.as('member')
  for (const cursor of ['nonsense', Buffer.from('["not an id"]').toString('base64url')]) {
    const answer = await caller.read(people.listPeople, { cursor })
    assert.equal(answer.problem?.code, 'wrong-cursor')
  }
  assert.equal((await caller.read(people.listPeople, { limit: 51 })).status, 400)
})

test('a profile tells manager, reports and distance, and what its reader may do', async () => {
  const member = await foyer.as('member')
  const { body } = await member.read(people.getPerson, { id: cast.executive.id })
  assert.equal(body.distance, 3)
  assert.equal(body.manager, null)
  assert.deepEqual(
    body.reports.map((report) => report.name),
    [cast.delegate.name, cast.plantManager.name],
  )
  assert.equal(body.reportCount, 2)
  assert.deepEqual(body.addresses, [cast.executive.address])
  assert.deepEqual([body.isYou, body.may], [false, { edit: false, changeRoles: false }])

  const own = (await member.read(people.getPerson, { id: cast.member.id })).body
  assert.equal(own.manager?.id, cast.supervisor.id)
  assert.deepEqual([own.isYou, own.distance, own.may], [true, 0, { edit: true, changeRoles: false }])

  const administrator = await foyer.as('administrator')
  const stranger = (await administrator.read(people.getPerson, { id: cast.outsider.id })).body
  assert.deepEqual([stranger.distance, stranger.may], [null, { edit: true, changeRoles: true }])
})

test('to a guest nobody exists but themselves', async () => {
  const guest = await foyer.as('guest')
  assert.equal((await guest.read(people.getPerson, { id: cast.guest.id })).status, 200)
  const other = await guest.read(people.getPerson, { id: cast.member.id })
  const nobody = await guest.read(people.getPerson, { id: '019c0000-0000-7000-8000-ffffffffffff' as never })
  assert.equal(other.status, 404)
  assert.deepEqual({ ...other.problem, requestId: '' }, { ...nobody.problem, requestId: '' })
  for (const endpoint of [people.listPeople, people.listReports]) {
    assert.equal((await guest.read(endpoint, {})).status, 403)
  }
  const own = { id: cast.guest.id }
  assert.equal((await guest.read(people.getLine, own)).status, 403)
  assert.equal((await guest.read(people.listManagersBelow, own)).status, 403)
  assert.equal((await guest.read(people.getReportingTree, { managerIds: [own.id] })).status, 403)
  for (const by of ['unit', 'location'] as const) {
    assert.equal((await guest.read(people.listGroups, { by })).status, 403)
    assert.equal((await guest.read(people.listGroup, { by })).status, 403)
  }
  const change = { id: cast.member.id, about: 'I was here' }
  assert.equal((await guest.write(people.updateProfile, change)).status, 404)
})

test('a profile that has not changed is not sent again', async () => {
  const member = await foyer.as('member')
  const first = await member.read(people.getPerson, { id: cast.steward.id })
  const etag = first.headers.get('etag') ?? ''
  const read = () =>
    foyer.app.request(`${ORIGIN}${people.getPerson.path}?id=${cast.steward.id}`, {
      headers: { host: 'localhost:3000', cookie: member.cookie, 'if-none-match': etag },
    })
  const same = await read()
  assert.deepEqual([same.status, await same.text()], [304, ''])
  const administrator = await foyer.as('administrator')
  await administrator.write(people.updateProfile, { id: cast.steward.id, about: 'Brings people together' })
  assert.equal((await read()).status, 200)
})
