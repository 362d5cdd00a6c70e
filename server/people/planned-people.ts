// Writing people in bulk, for imports: thousands of rows in one statement each, and safe to run twice.
import { sql } from 'kysely'
import type { PersonId, Role } from '#contract/ref'
import type { Db } from '#platform/db'

export type PlannedPerson = {
  id: PersonId
  /** The person's key in the chart or archive; undefined leaves it as it is. */
  externalKey: string | undefined
  name: string
  title: string | undefined
  unit: string | undefined
  location: string | undefined
  country: string | undefined
  timeZone: string | undefined
  languages: readonly string[]
  about?: string | undefined
  purpose?: string | undefined
  /** Undefined keeps the roles of somebody known; somebody fresh then has none. */
  roles: readonly Role[] | undefined
  /** Undefined keeps the standing of somebody known; somebody fresh is then inactive: known, but never let in. */
  isActive: boolean | undefined
  isAutomatic: boolean
  /** When somebody fresh became known. */
  at: Temporal.Instant
}

/**
 * Inserts the fresh and updates the known, told apart by their id. An update takes over what the plan says and keeps
 * what it is silent about.
 * @returns the ids of those who were fresh
 */
export async function upsertPeople(db: Db, planned: readonly PlannedPerson[]): Promise<PersonId[]> {
  if (planned.length === 0) return []
  const rows = JSON.stringify(planned.map((person) => ({ ...person, at: person.at.toString() })))
  const written = await sql<{ id: PersonId; isFresh: boolean }>`
    with plan as (
      select * from jsonb_to_recordset(${rows}::jsonb) as p (
        id uuid, "externalKey" text, name text, title text, unit text, location text, country text, "timeZone" text,
        languages text[], about text, purpose text, roles text[], "isActive" boolean, "isAutomatic" boolean, at timestamptz)
    ),
    changed as (
      update people.person known set
        external_key = coalesce(plan."externalKey", known.external_key),
        name = plan.name,
        title = coalesce(plan.title, known.title),
        unit = coalesce(plan.unit, known.unit),
        location = coalesce(plan.location, known.location),
        country = coalesce(plan.country, known.country),
        time_zone = coalesce(plan."timeZone", known.time_zone),
        languages = case when plan.languages = '{}' then known.languages else plan.languages end,
        about = coalesce(plan.about, known.about),
        purpose = coalesce(plan.purpose, known.purpose),
        roles = coalesce(plan.roles, known.roles),
        is_active = coalesce(plan."isActive", known.is_active),
        is_automatic = plan."isAutomatic"
      -- A former colleague asked not to be named, whatever an archive calls them.
      from plan where plan.id = known.id and not known.is_former
      returning known.id
    )
    insert into people.person (id, external_key, name, title, unit, location, country, time_zone, languages, about,
      purpose, roles, is_active, is_automatic, created_at)
    select plan.id, plan."externalKey", plan.name, plan.title, plan.unit, plan.location, plan.country,
      plan."timeZone", plan.languages, plan.about, plan.purpose, coalesce(plan.roles, '{}'), coalesce(plan."isActive", false),
      plan."isAutomatic", plan.at
    from plan where not exists (select from people.person known where known.id = plan.id)
    returning id`.execute(db)
  return written.rows.map((row) => row.id)
}

/** Sets who reports to whom; null for somebody who reports to nobody. Nobody reports to themselves. */
export async function setManagers(
  db: Db,
  seats: readonly { personId: PersonId; managerId: PersonId | null }[],
): Promise<number> {
  const changed = await sql`
    update people.person p set manager_id = seat.manager_id
    from unnest(${seats.map((seat) => seat.personId)}::uuid[], ${seats.map((seat) => seat.managerId)}::uuid[])
      as seat (person_id, manager_id)
    where p.id = seat.person_id and p.manager_id is distinct from seat.manager_id
      and seat.person_id is distinct from seat.manager_id
    returning p.id`.execute(db)
  return changed.rows.length
}

/**
 * Marks those as left who once came in under keys that begin with `keyPrefix` and are not among the present ones.
 * @returns how many were active until now
 */
export async function deactivateLeavers(
  db: Db,
  chart: { keyPrefix: string; present: readonly PersonId[] },
): Promise<number> {
  const left = await sql`
    update people.person p set is_active = false
    where p.is_active and starts_with(p.external_key, ${chart.keyPrefix})
      and p.id <> all (${chart.present}::uuid[])
    returning p.id`.execute(db)
  return left.rows.length
}

/** Lets nobody else change people or the reporting tree until the transaction ends; reading goes on. */
export async function lockPeople(db: Db): Promise<void> {
  await sql`lock table people.person, people.address in share row exclusive mode`.execute(db)
}
