import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { GroupBy } from '#contract/people'
import { people } from '#contract/people'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')
await sql`
  update people.person set unit = case when name < 'M' then 'Staff' when name < 'P' then 'Line 4' end,
    location = case when name < 'M' then 'Oslo' else 'Gdańsk' end`.execute(foyer.db)
await sql`
  insert into people.person (id, name, unit, is_active, is_automatic, created_at) values
    ('019c0000-0000-7000-8000-00000000000a', 'Aaron Gone', 'Gone', false, false, ${foyer.clock.now}),
    ('019c0000-0000-7000-8000-00000000000b', 'Aaron Robot', 'Robots', true, true, ${foyer.clock.now})`.execute(
  foyer.db,
)

async function groupsBy(by: GroupBy, limit: number): Promise<[string | null, number][]> {
  const groups: [string | null, number][] = []
  let cursor: string | null | undefined
  do {
    const { body } = await member.read(people.listGroups, { by, limit, ...(cursor && { cursor }) })
    groups.push(...body.items.map(({ name, peopleCount }): [string | null, number] => [name, peopleCount]))
    cursor = body.nextCursor
  } while (cursor !== null)
  return groups
}

test('units and locations count whom the directory lists, those without one last', async () => {
  for (const limit of [1, 2, 50]) {
    assert.deepEqual(await groupsBy('unit', limit), [
      ['Line 4', 3],
      ['Staff', 4],
      [null, 2],
    ])
    assert.deepEqual(await groupsBy('location', limit), [
      ['Gdańsk', 5],
      ['Oslo', 4],
    ])
  }
})

test('the people of a unit come with whom they report to, wherever that person is', async () => {
  const asked = { by: 'unit', name: 'Staff', limit: 2 } as const
  const first = (await member.read(people.listGroup, asked)).body
  const second = (await member.read(people.listGroup, { ...asked, cursor: first.nextCursor ?? '' })).body
  assert.deepEqual(
    [...first.items, ...second.items].map(({ person, manager }) => [person.name, manager?.name]),
    [
      [cast.steward.name, cast.delegate.name],
      [cast.delegate.name, cast.executive.name],
      [cast.executive.name, undefined],
      [cast.guest.name, undefined],
    ],
  )
  assert.equal(second.nextCursor, null)
  const without = (await member.read(people.listGroup, { by: 'unit' })).body
  assert.deepEqual(
    without.items.map(({ person, manager }) => [person.name, manager?.unit]),
    [
      [cast.supervisor.name, 'Line 4'],
      [cast.member.name, null],
    ],
  )
})

test('a unit that does not exist has nobody, and a cursor that is not ours is refused', async () => {
  assert.deepEqual((await member.read(people.listGroup, { by: 'unit', name: 'Gone' })).body.items, [])
  const unknown = await member.read(people.listGroups, { by: 'unit', cursor: 'bm9ib2R5' })
  assert.equal(unknown.problem?.code, 'wrong-cursor')
  assert.equal((await member.read(people.listGroups, { by: 'manager' } as never)).status, 400)
})
