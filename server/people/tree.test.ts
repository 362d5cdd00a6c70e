import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { people } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')

const nobody = '019c0000-0000-7000-8000-ffffffffffff' as PersonId

test('the tree begins with those who report to nobody and have reports', async () => {
  const { body } = await member.read(people.listReports, {})
  // The guest and the outsider report to nobody and nobody reports to them, so they are no tree.
  assert.deepEqual(
    body.items.map((node) => [node.name, node.managerId, node.reportCount]),
    [[cast.executive.name, null, 2]],
  )
  assert.equal(body.nextCursor, null)
})

test('one level comes by name with the number of reports of each, and page by page', async () => {
  const level = { managerId: cast.executive.id, limit: 1 }
  const first = (await member.read(people.listReports, level)).body
  const second = (await member.read(people.listReports, { ...level, cursor: first.nextCursor ?? '' })).body
  assert.deepEqual(
    [...first.items, ...second.items].map((node) => [node.name, node.reportCount]),
    [
      [cast.delegate.name, 2],
      [cast.plantManager.name, 1],
    ],
  )
  assert.equal(second.nextCursor, null)
  const unknown = await member.read(people.listReports, { managerId: nobody })
  assert.deepEqual([unknown.status, unknown.problem?.code], [404, 'no-such-person'])
  const wrong = await member.read(people.listReports, { ...level, cursor: 'bm9ib2R5' })
  assert.equal(wrong.problem?.code, 'wrong-cursor')
})

test('several levels come at once, and who does not exist is left out', async () => {
  const managerIds = [cast.plantManager.id, nobody, cast.executive.id]
  const { body } = await member.read(people.getReportingTree, { managerIds })
  const levels = new Map(body.levels.map((level) => [level.manager.id, level]))
  assert.equal(levels.size, 2)
  assert.deepEqual(
    levels.get(cast.executive.id)?.reports.map(({ id }) => id),
    [cast.delegate.id, cast.plantManager.id],
  )
  assert.equal(levels.get(cast.plantManager.id)?.manager.managerId, cast.executive.id)
  const tooMany = { managerIds: Array.from({ length: 41 }, () => nobody) }
  assert.equal((await member.read(people.getReportingTree, tooMany)).status, 400)
})

test('a line leads from the top of the tree down to the person', async () => {
  const { body } = await member.read(people.getLine, { id: cast.member.id })
  assert.deepEqual(
    body.people.map(({ id }) => id),
    [cast.executive.id, cast.plantManager.id, cast.supervisor.id, cast.member.id],
  )
  assert.equal((await member.read(people.getLine, { id: nobody })).status, 404)
  const alone = (await member.read(people.getLine, { id: cast.outsider.id })).body
  assert.deepEqual(
    alone.people.map(({ id }) => id),
    [cast.outsider.id],
  )
})

test('whom to unfold below a person are that person and the managers below', async () => {
  const { body } = await member.read(people.listManagersBelow, { id: cast.executive.id })
  assert.deepEqual(new Set(body.managerIds), idsOf(['executive', 'plantManager', 'delegate', 'supervisor']))
  assert.deepEqual([body.managerIds[0], body.isCut], [cast.executive.id, false])
})

test('a manager of hundreds is answered in pages, and those who left are not among them', async () => {
  await sql`
    insert into people.person (id, name, manager_id, is_active, created_at)
    select ('019c0000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Report ' || lpad(n::text, 3, '0'),
      ${cast.outsider.id}, n % 10 > 0, ${foyer.clock.now}
    from generate_series(1, 200) n`.execute(foyer.db)
  const { body } = await member.read(people.getReportingTree, { managerIds: [cast.outsider.id] })
  const [level] = body.levels
  assert.deepEqual([level?.manager.reportCount, level?.reports.length], [180, 20])
  const names = level?.reports.map(({ name }) => name) ?? []
  let cursor = level?.nextCursor ?? null
  while (cursor !== null) {
    const page = await member.read(people.listReports, { managerId: cast.outsider.id, limit: 50, cursor })
    names.push(...page.body.items.map(({ name }) => name))
    cursor = page.body.nextCursor
  }
  assert.equal(new Set(names).size, 180)
  assert.deepEqual(names, names.toSorted())
  await sql`delete from people.person where manager_id = ${cast.outsider.id}`.execute(foyer.db)
})

function idsOf(names: (keyof typeof cast)[]): Set<PersonId> {
  return new Set(names.map((name) => cast[name].id))
}

test('the way from one person to another goes up to their nearest manager and down', async () => {
  const { body } = await member.read(people.getPath, { fromId: cast.steward.id, toId: cast.supervisor.id })
  assert.deepEqual(
    body.people.map((person) => person.id),
    [cast.steward.id, cast.delegate.id, cast.executive.id, cast.plantManager.id, cast.supervisor.id],
  )
  assert.deepEqual([body.distance, body.stepsUp], [4, 2])
  const none = await member.read(people.getPath, { fromId: cast.steward.id, toId: cast.outsider.id })
  assert.deepEqual(none.body, { distance: null, stepsUp: null, people: [] })
  assert.equal((await member.read(people.getPath, { fromId: cast.steward.id, toId: nobody })).status, 404)
})

async function distancesFrom(from: PersonId, to: readonly PersonId[]): Promise<Map<PersonId, number>> {
  const found = await sql<{ id: PersonId; distance: number }>`
    select d.person_id as id, d.distance from people.distances(${from}, ${to}::uuid[]) d`.execute(foyer.db)
  return new Map(found.rows.map(({ id, distance }) => [id, distance]))
}

async function placesOf(names: readonly (keyof typeof cast)[]) {
  const ids = names.map((name) => cast[name].id)
  const found = await sql`
    select p.person_id as id, p.top_id as "topId", p.level from people.places(${ids}::uuid[]) p
    order by p.person_id`.execute(foyer.db)
  return found.rows
}

test('places are the steps to the top of one tree, and none for those in no tree', async () => {
  const placed = await placesOf(['executive', 'delegate', 'member', 'outsider'])
  assert.deepEqual(placed, [
    { id: cast.executive.id, topId: cast.executive.id, level: 0 },
    { id: cast.delegate.id, topId: cast.executive.id, level: 1 },
    { id: cast.member.id, topId: cast.executive.id, level: 3 },
    { id: cast.outsider.id, topId: null, level: null },
  ])
  const counted = await sql<{ level: number | null; people: number }>`
    select level, sum(people_count)::int as people from people.place_counts() group by level order by level`.execute(
    foyer.db,
  )
  // Guests are not of the house.
  assert.deepEqual(counted.rows, [
    { level: 0, people: 1 },
    { level: 1, people: 2 },
    { level: 2, people: 3 },
    { level: 3, people: 1 },
    { level: null, people: 1 },
  ])
})

test('distances leave out those who share no tree', async () => {
  const to = [cast.executive.id, cast.member.id, cast.outsider.id, cast.delegate.id]
  assert.deepEqual(
    await distancesFrom(cast.delegate.id, to),
    new Map([
      [cast.executive.id, 1],
      [cast.member.id, 4],
      [cast.delegate.id, 0],
    ]),
  )
})

test('a circle in a broken chart ends every question about it', async () => {
  const [a, b, c] = ['1', '2', '3'].map((last) => `019c0000-0000-7000-8000-00000000000${last}` as PersonId)
  for (const id of [a!, b!, c!]) {
    await sql`
      insert into people.person (id, name, created_at) values (${id}, ${id}, ${foyer.clock.now})`.execute(
      foyer.db,
    )
  }
  for (const [id, managerId] of [
    [a, b],
    [b, c],
    [c, a],
  ]) {
    await sql`update people.person set manager_id = ${managerId} where id = ${id}`.execute(foyer.db)
  }
  const below = (await member.read(people.listManagersBelow, { id: a! })).body
  assert.deepEqual([new Set(below.managerIds), below.isCut], [new Set([a, b, c]), false])
  assert.equal((await member.read(people.getLine, { id: a! })).body.people.length, 3)
  assert.equal((await member.read(people.getPath, { fromId: a!, toId: b! })).body.distance, 1)
  assert.equal((await member.read(people.getPerson, { id: a! })).body.manager?.id, b)
  assert.equal((await distancesFrom(a!, [c!])).get(c!), 1)
  assert.equal((await sql`select from people.places(${[a]}::uuid[])`.execute(foyer.db)).rows.length, 1)
  await sql`select from people.place_counts()`.execute(foyer.db)
})
