// Leaving: what becomes of the row of a person, and of their addresses. Whoever asked to be a former colleague is one in
// the row itself, so that no list, search, order or mail can name them; their profile lies sealed until it is erased.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { refuseIf } from '#platform/refusal'
import { whyNotStopAdministering } from './roles.ts'
import { lockAdministrators } from './store.ts'

export const FORMER_NAME = 'Former colleague'

/** @throws Refusal `last-administrator` when nobody else administers; else others hold still until the transaction ends */
export async function requireOtherAdministrator(db: Db, id: PersonId): Promise<void> {
  refuseIf(whyNotStopAdministering(id, await lockAdministrators(db)))
}

type Going = { id: PersonId; at: Temporal.Instant }

/** Seals what a person was, lets them be a former colleague, and takes them out of the reporting tree. */
export async function sealPerson(db: Db, { id, at }: Going): Promise<void> {
  await sql`
    insert into people.former (person_id, left_at, profile, addresses)
    select p.id, ${at},
      to_jsonb(p) - 'found_by' || jsonb_build_object('reports',
        (select coalesce(jsonb_agg(r.id), '[]') from people.person r where r.manager_id = p.id)),
      (select coalesce(jsonb_agg(to_jsonb(a)), '[]') from people.address a where a.person_id = p.id)
    from people.person p where p.id = ${id}
    on conflict do nothing`.execute(db)
  await sql`
    update people.person r set manager_id = (select p.manager_id from people.person p where p.id = ${id})
    where r.manager_id = ${id}`.execute(db)
  await sql`
    update people.person
    set name = ${FORMER_NAME}, title = null, unit = null, location = null, country = null, time_zone = null, languages = '{}',
      about = null, purpose = null, organisation = null, manager_id = null, roles = '{}', external_key = null,
      is_active = false, is_former = true
    where id = ${id}`.execute(db)
  await freeAddresses(db, id)
}

/** Lets somebody who left keep their name; nobody signs in as them, and their addresses are free. */
export async function closePerson(db: Db, { id }: Going): Promise<void> {
  await sql`update people.person set is_active = false where id = ${id}`.execute(db)
}

/** Frees the addresses of somebody who left, so that somebody else may have them. */
export async function freeAddresses(db: Db, id: PersonId): Promise<void> {
  await sql`delete from people.address where person_id = ${id}`.execute(db)
}

/**
 * Brings somebody back who became a former colleague, with the addresses that nobody has taken meanwhile.
 * @returns their name; undefined when there is nothing sealed of them
 */
export async function unsealPerson(db: Db, id: PersonId): Promise<string | undefined> {
  const found = await sql<{ name: string }>`
    update people.person p
    set name = was.name, title = was.title, unit = was.unit, location = was.location, country = was.country,
      time_zone = was.time_zone, languages = was.languages, about = was.about, purpose = was.purpose,
      organisation = was.organisation, roles = was.roles, is_active = true, is_former = false,
      manager_id = (select m.id from people.person m where m.id = was.manager_id),
      external_key = case when exists (select from people.person o where o.external_key = was.external_key) then null
        else was.external_key end
    from people.former f, jsonb_to_record(f.profile) as was (
      name text, title text, unit text, location text, country text, time_zone text, languages text[], about text,
      purpose text, organisation text, roles text[], manager_id uuid, external_key text)
    where p.id = ${id} and f.person_id = p.id
    returning p.name`.execute(db)
  const name = found.rows[0]?.name
  if (name === undefined) return undefined
  await sql`
    insert into people.address (address, person_id, is_preferred, evidence, added_at)
    select a.address, ${id}, a.is_preferred, a.evidence, a.added_at
    from people.former f, jsonb_to_recordset(f.addresses) as a (
      address text, is_preferred boolean, evidence text, added_at timestamptz)
    where f.person_id = ${id}
    on conflict do nothing`.execute(db)
  // Whoever reports to somebody else meanwhile was given another manager on purpose, unless it is the one above.
  await sql`
    update people.person r set manager_id = ${id}
    from people.former f, people.person p
    where f.person_id = ${id} and p.id = ${id} and f.profile -> 'reports' ? r.id::text
      and r.manager_id is not distinct from p.manager_id and r.id <> ${id}`.execute(db)
  await eraseSealed(db, id)
  return name
}

/** Erases for good what a former colleague was. */
export async function eraseSealed(db: Db, id: PersonId): Promise<void> {
  await sql`delete from people.former where person_id = ${id}`.execute(db)
}

/** What former colleagues were called, for those who may undo it. */
export async function sealedNames(db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, string>> {
  const found = await sql<{ id: PersonId; name: string }>`
    select f.person_id as id, f.profile ->> 'name' as name from people.former f
    where f.person_id = any (${ids}::uuid[])`.execute(db)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

/** Whether nobody else administers the network. */
export async function isLastAdministrator(db: Db, id: PersonId): Promise<boolean> {
  const found = await sql`
    select from people.person where is_active and 'administrator' = any (roles) and id <> ${id} limit 1`.execute(
    db,
  )
  return found.rows.length === 0
}
