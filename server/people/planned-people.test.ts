import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import { idOf } from '#platform/ids'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { addAddresses, listMergedAddresses, splitAddress } from './addresses.ts'
import { findPeopleByAddress } from './find-people.ts'
import { deactivateLeavers, type PlannedPerson, setManagers, upsertPeople } from './planned-people.ts'

const foyer = await startFoyer()
const { db } = foyer
const at = foyer.clock.now

function planned(key: string, more: Partial<PlannedPerson> = {}): PlannedPerson {
  return {
    id: idOf<PersonId>('test chart', key, at),
    externalKey: `chart:${key}`,
    name: `Person ${key}`,
    title: undefined,
    unit: undefined,
    location: undefined,
    country: undefined,
    timeZone: undefined,
    languages: [],
    roles: undefined,
    isActive: true,
    isAutomatic: false,
    at,
    ...more,
  }
}

async function personOf(id: PersonId) {
  const found = await sql<Record<string, unknown>>`select * from people.person where id = ${id}`.execute(db)
  return found.rows[0]
}

test('people come in by the thousand, and a second time only changes what is said anew', async () => {
  const many = Array.from({ length: 2000 }, (_, number) =>
    planned(`many-${number}`, { title: 'Clerk', languages: ['en'] }),
  )
  assert.equal((await upsertPeople(db, many)).length, 2000)
  const again = many.map((person) => ({
    ...person,
    name: `${person.name} again`,
    title: undefined,
    languages: [],
  }))
  assert.deepEqual(await upsertPeople(db, again), [])
  const one = await personOf(many[7]!.id)
  assert.deepEqual([one?.name, one?.title, one?.languages], ['Person many-7 again', 'Clerk', ['en']])
})

test('a plan that is silent about standing and roles keeps them; somebody fresh is then never let in', async () => {
  const silent = planned('silent', { isActive: undefined })
  await upsertPeople(db, [silent])
  assert.equal((await personOf(silent.id))?.is_active, false)
  const known = planned('x', { id: cast.steward.id, name: cast.steward.name, isActive: undefined })
  await upsertPeople(db, [known])
  const steward = await personOf(cast.steward.id)
  assert.deepEqual([steward?.is_active, steward?.roles], [true, ['steward']])
})

test('managers are set and taken away, and nobody reports to themselves', async () => {
  const [boss, clerk] = [planned('boss'), planned('clerk')]
  await upsertPeople(db, [boss, clerk])
  const seats = [
    { personId: clerk.id, managerId: boss.id },
    { personId: boss.id, managerId: boss.id },
  ]
  assert.equal(await setManagers(db, seats), 1)
  assert.equal(await setManagers(db, seats), 0)
  assert.equal((await personOf(clerk.id))?.manager_id, boss.id)
  await setManagers(db, [{ personId: clerk.id, managerId: null }])
  assert.equal((await personOf(clerk.id))?.manager_id, null)
})

test('leavers are those of the same chart who are not in it any more', async () => {
  const [stays, leaves] = [planned('a', { externalKey: 'hr:a' }), planned('b', { externalKey: 'hr:b' })]
  await upsertPeople(db, [stays, leaves])
  assert.equal(await deactivateLeavers(db, { keyPrefix: 'hr:', present: [stays.id] }), 1)
  assert.deepEqual(
    [(await personOf(stays.id))?.is_active, (await personOf(leaves.id))?.is_active],
    [true, false],
  )
  assert.equal((await personOf(cast.member.id))?.is_active, true)
})

test('an address that an import merged can be listed, and split off to a person of its own', async () => {
  const address = 'm.wojcik@old.test'
  const row = {
    personId: cast.plantManager.id,
    isPreferred: false,
    evidence: 'same name, same signature',
    at,
  }
  assert.deepEqual(await addAddresses(db, [{ address, ...row }]), [address])
  assert.deepEqual(await addAddresses(db, [{ address, ...row, personId: cast.member.id }]), [])
  const listed = await listMergedAddresses(db, { personId: cast.plantManager.id, limit: 10 })
  assert.deepEqual(
    listed.map((merged) => [merged.person.name, merged.address, merged.evidence]),
    [['Marta Wójcik', address, 'same name, same signature']],
  )
  const { personId, fromId } = await splitAddress(db, { address, at })
  assert.equal(fromId, cast.plantManager.id)
  const fresh = await personOf(personId)
  assert.deepEqual([fresh?.name, fresh?.is_active], ['Marta Wójcik', false])
  const owners = await findPeopleByAddress(db, [address, cast.member.address, 'nobody@foyer.test'])
  const expected = new Map([
    [address, personId],
    [cast.member.address, cast.member.id],
  ])
  assert.deepEqual(owners, expected)
  await assert.rejects(splitAddress(db, { address, at }), { code: 'no-such-merge' })
  assert.deepEqual(await listMergedAddresses(db, { personId: undefined, limit: 10 }), [])
})
