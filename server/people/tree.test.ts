import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { people } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { distancesFrom, makeUp } from './distances.ts'

const foyer = await startFoyer()
const member = await foyer.as('member')

test('the tree comes level by level from its roots, with the number of reports of each', async () => {
  const { body } = await member.read(people.getReportingTree, { levels: 1 })
  assert.deepEqual(
    body.nodes.map((node) => [node.name, node.depth, node.reportCount]),
    [
      [cast.executive.name, 0, 2],
      [cast.delegate.name, 1, 2],
      [cast.plantManager.name, 1, 1],
    ],
  )
  // The guest and the outsider report to nobody and nobody reports to them, so they are no tree.
  assert.deepEqual([body.peopleTotal, body.isCut], [7, false])
})

test('the tree below one person begins with that person', async () => {
  const { body } = await member.read(people.getReportingTree, { rootId: cast.plantManager.id, levels: 5 })
  assert.deepEqual(
    body.nodes.map((node) => [node.id, node.depth]),
    [
      [cast.plantManager.id, 0],
      [cast.supervisor.id, 1],
      [cast.member.id, 2],
    ],
  )
  assert.equal(body.peopleTotal, 3)
})

test('the way from one person to another goes up to their nearest manager and down', async () => {
  const { body } = await member.read(people.getPath, { fromId: cast.steward.id, toId: cast.supervisor.id })
  assert.deepEqual(
    body.people.map((person) => person.id),
    [cast.steward.id, cast.delegate.id, cast.executive.id, cast.plantManager.id, cast.supervisor.id],
  )
  assert.equal(body.distance, 4)
  const none = await member.read(people.getPath, { fromId: cast.steward.id, toId: cast.outsider.id })
  assert.deepEqual(none.body, { distance: null, people: [] })
  const unknown = '019c0000-0000-7000-8000-ffffffffffff' as PersonId
  assert.equal((await member.read(people.getPath, { fromId: cast.steward.id, toId: unknown })).status, 404)
})

test('the make-up around a person counts reports, two steps, the tree and everybody', async () => {
  assert.deepEqual(await makeUp(foyer.db, cast.executive.id), {
    reports: 2,
    twoSteps: 3,
    inTree: 6,
    total: 8,
  })
  assert.deepEqual(await makeUp(foyer.db, cast.delegate.id), { reports: 2, twoSteps: 1, inTree: 6, total: 8 })
  assert.deepEqual(await makeUp(foyer.db, cast.outsider.id), { reports: 0, twoSteps: 0, inTree: 0, total: 8 })
})

test('distances leave out those who share no tree', async () => {
  const to = [cast.executive.id, cast.member.id, cast.outsider.id, cast.delegate.id]
  assert.deepEqual(
    await distancesFrom(foyer.db, cast.delegate.id, to),
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
  const tree = (await member.read(people.getReportingTree, { rootId: a!, levels: 10 })).body
  assert.deepEqual([tree.nodes.length, tree.peopleTotal], [3, 3])
  assert.equal((await member.read(people.getPath, { fromId: a!, toId: b! })).body.distance, 1)
  assert.equal((await member.read(people.getPerson, { id: a! })).body.manager?.id, b)
  assert.equal((await distancesFrom(foyer.db, a!, [c!])).get(c!), 1)
  assert.equal((await makeUp(foyer.db, a!)).inTree, 2)
})
