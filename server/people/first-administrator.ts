// The first person of a network. Sign-in calls this once, in the transaction that begins the network.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { findPersonByAddress } from './find-people.ts'
import { insertAddress, insertPerson } from './store.ts'

export type FirstAdministrator = {
  name: string
  address: string
  timeZone: string | undefined
  at: Temporal.Instant
}

/** Makes the first administrator. When a chart came in before, whoever has the address there is that person. */
export async function makeFirstAdministrator(db: Db, first: FirstAdministrator): Promise<PersonId> {
  const known = await findPersonByAddress(db, first.address)
  if (known !== undefined) {
    await sql`
      update people.person set roles = array_append(array_remove(array_remove(roles, 'guest'), 'administrator'), 'administrator'), is_active = true
      where id = ${known.id}`.execute(db)
    return known.id
  }
  const id = newId<PersonId>(first.at)
  const { name, timeZone, at } = first
  await insertPerson(db, { id, name, roles: ['administrator'], managerId: undefined, timeZone, at })
  await insertAddress(db, { address: first.address, personId: id, at })
  return id
}
