// The SQL by which acts change people; what imports write in bulk stands in planned-people.ts and addresses.ts.
import { sql } from 'kysely'
import type { PersonId, Role } from '#contract/ref'
import type { Db } from '#platform/db'
import type { PeopleTables } from './schema.ts'

export type FreshPerson = {
  id: PersonId
  name: string
  roles: readonly Role[]
  managerId: PersonId | undefined
  timeZone: string | undefined
  at: Temporal.Instant
}

export async function insertPerson(db: Db, person: FreshPerson): Promise<void> {
  await sql`
    insert into people.person (id, name, roles, manager_id, time_zone, created_at)
    values (${person.id}, ${person.name}, ${person.roles}, ${person.managerId ?? null}, ${person.timeZone ?? null},
      ${person.at})`.execute(db)
}

type PersonAddress = { address: string; personId: PersonId; at: Temporal.Instant }

/**
 * Gives a person their preferred address. Two that take the same address at once take turns.
 * @returns whether it was free
 */
export async function insertAddress(db: Db, row: PersonAddress): Promise<boolean> {
  const added = await sql`
    insert into people.address (address, person_id, is_preferred, added_at)
    values (${row.address}, ${row.personId}, true, ${row.at})
    on conflict do nothing returning address`.execute(db)
  return added.rows.length > 0
}

export type ProfileChange = Partial<Omit<PeopleTables['people.person'], 'id'>>

export async function changeProfile(db: Db, id: PersonId, change: ProfileChange): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.withTables<PeopleTables>().updateTable('people.person').set(change).where('id', '=', id).execute()
}

type Standing = { id: PersonId; roles: readonly Role[]; isActive: boolean }

/** Sets what a person is to the network. */
export async function setStanding(db: Db, standing: Standing): Promise<void> {
  await sql`
    update people.person set roles = ${standing.roles}, is_active = ${standing.isActive}
    where id = ${standing.id}`.execute(db)
}

/** All who administer the network, held until the transaction ends so that two cannot take each other away at once. */
export async function lockAdministrators(db: Db): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select id from people.person where is_active and 'administrator' = any (roles) order by id for update`.execute(
    db,
  )
  return found.rows.map((row) => row.id)
}
