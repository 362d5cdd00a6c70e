// Guests for the room that looks after them: who answers for them, until when they stay, and letting them in and out.
import { type RawBuilder, sql } from 'kysely'
import type { Language } from '#contract/language'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Db } from '#platform/db'
import { insertAddress, insertPerson } from './store.ts'

/** What stands at an address for which somebody from outside is invited. */
export type AtAddress = { id: PersonId; isActive: boolean; isGuest: boolean; isOnEvidence: boolean }

export async function findAtAddress(db: Db, address: string): Promise<AtAddress | undefined> {
  const found = await sql<AtAddress>`
    select p.id, p.is_active as "isActive", 'guest' = any (p.roles) as "isGuest", a.evidence is not null as "isOnEvidence"
    from people.address a join people.person p on p.id = a.person_id
    where a.address = ${address}`.execute(db)
  return found.rows[0]
}

type FreshGuest = { id: PersonId; name: string; address: string; at: Temporal.Instant }

/** Makes somebody known who was invited. @returns whether the address was free */
export async function insertGuest(db: Db, { id, name, address, at }: FreshGuest): Promise<boolean> {
  await insertPerson(db, { id, name, roles: ['guest'], managerId: undefined, timeZone: undefined, at })
  return insertAddress(db, { address, personId: id, at })
}

export type Stay = {
  personId: PersonId
  sponsorId: PersonId
  endsAt: Temporal.Instant
  organisation?: string | undefined
  at: Temporal.Instant
}

/** Lets a guest in until a day; nothing said of the organisation leaves it as it is. Their other roles are none. */
export async function keepStay(db: Db, stay: Stay): Promise<void> {
  await sql`
    with person as (
      update people.person set roles = '{guest}', is_active = true, manager_id = null,
        organisation = coalesce(${stay.organisation ?? null}, organisation)
      where id = ${stay.personId}
    )
    insert into people.guest as known (person_id, sponsor_id, invited_at, ends_at)
    values (${stay.personId}, ${stay.sponsorId}, ${stay.at}, ${stay.endsAt})
    on conflict (person_id) do update
    set sponsor_id = excluded.sponsor_id, ends_at = excluded.ends_at, reminded_at = null, is_sponsor_told = true`.execute(
    db,
  )
}

/** Ends the stays of guests; others are left alone. @returns who was in until now */
export async function endStays(db: Db, ids: readonly PersonId[]): Promise<PersonId[]> {
  const ended = await sql<{ id: PersonId }>`
    update people.person set is_active = false
    where id = any (${ids}::uuid[]) and is_active and 'guest' = any (roles)
    returning id`.execute(db)
  return ended.rows.map(({ id }) => id)
}

/** Guests still in whose end has come. */
export async function findOverdue(db: Db, now: Temporal.Instant): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select s.person_id as id from people.guest_stay s where s.is_active and s.ends_at <= ${now}`.execute(db)
  return found.rows.map(({ id }) => id)
}

/** Guests still in whose sponsor is no longer of the house. */
export async function findUnsponsored(db: Db): Promise<PersonId[]> {
  const found = await sql<{ id: PersonId }>`
    select s.person_id as id from people.guest_stay s
    where s.is_active and s.ends_at is not null
      and not exists (select from people.insider i where i.id = s.sponsor_id)`.execute(db)
  return found.rows.map(({ id }) => id)
}

type Passed = { id: PersonId; sponsorId: PersonId; isTold: boolean }

/** Lets somebody else answer for a guest. */
export async function setSponsor(db: Db, guest: Passed): Promise<void> {
  await sql`
    update people.guest set sponsor_id = ${guest.sponsorId}, reminded_at = null, is_sponsor_told = ${guest.isTold}
    where person_id = ${guest.id}`.execute(db)
}

/** A guest of whom their sponsor is to hear, and in which language. */
type ToTell = { guest: PersonRef; sponsorId: PersonId; endsAt: Temporal.Instant; language: Language }

type Span = { now: Temporal.Instant; until: Temporal.Instant; most: number }

/** Takes the guests whose end is near and of whom the sponsor was not told yet, each once. */
export async function takeNearEnds(db: Db, { now, until, most }: Span): Promise<ToTell[]> {
  return take(db, {
    change: sql`reminded_at = ${now}`,
    due: sql`s.reminded_at is null and s.ends_at > ${now} and s.ends_at <= ${until}`,
    most,
  })
}

/** Takes the guests who were passed on to somebody who has not heard of it yet, each once. */
export async function takePassedOn(db: Db, most: number): Promise<ToTell[]> {
  return take(db, { change: sql`is_sponsor_told = true`, due: sql`not s.is_sponsor_told`, most })
}

type Taking = { change: RawBuilder<unknown>; due: RawBuilder<unknown>; most: number }

async function take(db: Db, { change, due, most }: Taking): Promise<ToTell[]> {
  const found = await sql<ToTell>`
    with taken as (
      update people.guest g set ${change}
      from (
        select s.person_id from people.guest_stay s
        where s.is_active and s.sponsor_id is not null and ${due}
        order by s.ends_at limit ${most}
      ) due
      where g.person_id = due.person_id
      returning g.person_id, g.sponsor_id, g.ends_at
    )
    select card.ref as guest, taken.sponsor_id as "sponsorId", taken.ends_at as "endsAt",
      coalesce(sponsor.language, 'en') as language
    from taken join people.person_card card on card.id = taken.person_id
    join people.person sponsor on sponsor.id = taken.sponsor_id
    order by taken.ends_at`.execute(db)
  return found.rows
}

/**
 * Sets somebody beside a guest who is called the same and is nobody: for as long as the transaction lasts, one can look
 * at the network as they would. It must not be committed.
 */
export async function insertStandIn(
  db: Db,
  standIn: { id: PersonId; guestId: PersonId | undefined; at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into people.person (id, name, title, unit, location, organisation, roles, is_active, created_at)
    select ${standIn.id}, coalesce(g.name, 'A new guest'), g.title, g.unit, g.location, g.organisation, '{guest}',
      coalesce(g.is_active, true), ${standIn.at}
    from (select) nobody left join people.person g on g.id = ${standIn.guestId ?? null}`.execute(db)
}
