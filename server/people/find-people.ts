// Looking people up for other rooms: by what an archive, a mail or a sign-in calls them.
import { sql } from 'kysely'
import type { Me } from '#contract/auth'
import type { Language } from '#contract/language'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Db } from '#platform/db'
import { prefixQuery } from './prefix-query.ts'

type FoundPerson = { id: PersonId; name: string; isActive: boolean; language: Language | null }

/** Who has an address; it is compared in lower case. */
export async function findPersonByAddress(db: Db, address: string): Promise<FoundPerson | undefined> {
  const found = await sql<FoundPerson>`
    select p.id, p.name, p.is_active as "isActive", p.language
    from people.address a join people.person p on p.id = a.person_id
    where a.address = ${address.toLowerCase()}`.execute(db)
  return found.rows[0]
}

/**
 * Who may come in by an address: not whoever an import merely took for its owner. A mailbox that bears somebody's name
 * would otherwise be a key to that person's private spaces.
 */
export async function findPersonToSignIn(db: Db, address: string): Promise<FoundPerson | undefined> {
  const found = await sql<FoundPerson>`
    select p.id, p.name, p.is_active as "isActive", p.language
    from people.address a join people.person p on p.id = a.person_id
    where a.address = ${address.toLowerCase()} and a.evidence is null`.execute(db)
  return found.rows[0]
}

/** Where somebody active reads mail: an address that is theirs for certain, the preferred one first. */
export async function findMailAddress(db: Db, personId: PersonId): Promise<string | undefined> {
  const found = await sql<{ address: string }>`
    select a.address from people.address a join people.person p on p.id = a.person_id and p.is_active
    where a.person_id = ${personId} and a.evidence is null
    order by a.is_preferred desc, a.added_at, a.address limit 1`.execute(db)
  return found.rows[0]?.address
}

/** Who has each of many lower-case addresses; those nobody has are left out. */
export async function findPeopleByAddress(
  db: Db,
  addresses: readonly string[],
): Promise<Map<string, PersonId>> {
  const found = await sql<{ address: string; id: PersonId }>`
    select a.address, a.person_id as id from people.address a
    where a.address = any (${addresses}::text[])`.execute(db)
  return new Map(found.rows.map((row) => [row.address, row.id]))
}

/** The small pictures of many people, for replies that name them. */
export async function personRefs(db: Db, ids: readonly PersonId[]): Promise<Map<PersonId, PersonRef>> {
  const found = await sql<{ ref: PersonRef }>`
    select card.ref from people.person_card card where card.id = any (${ids}::uuid[])`.execute(db)
  return new Map(found.rows.map((row) => [row.ref.id, row.ref]))
}

/** What sign-in shows of the person who signed in; undefined for somebody who may not come in. */
export async function findMe(db: Db, id: PersonId): Promise<Me | undefined> {
  const found = await sql<Me>`
    select card.ref as person, p.roles, p.time_zone as "timeZone", p.languages, p.language
    from people.person p join people.person_card card on card.id = p.id
    where p.id = ${id} and p.is_active`.execute(db)
  return found.rows[0]
}

/** What the brief knows of its reader; undefined for somebody unknown. */
export type Reader = { ref: PersonRef; purpose: string | undefined; timeZone: string | undefined }

export async function findReader(db: Db, id: PersonId): Promise<Reader | undefined> {
  const found = await sql<{ ref: PersonRef; purpose: string | null; timeZone: string | null }>`
    select card.ref, p.purpose, p.time_zone as "timeZone"
    from people.person p join people.person_card card on card.id = p.id
    where p.id = ${id}`.execute(db)
  const row = found.rows[0]
  return row && { ref: row.ref, purpose: row.purpose ?? undefined, timeZone: row.timeZone ?? undefined }
}

/** The languages that somebody says they speak, as they wrote them, best first. */
export async function languagesOf(db: Db, id: PersonId): Promise<string[]> {
  const found = await sql<{ languages: string[] }>`
    select languages from people.person where id = ${id}`.execute(db)
  return found.rows[0]?.languages ?? []
}

/**
 * Whom somebody means by a name: each word of it begins a word of the person's name, in any order and without accents;
 * or by an address. Nobody else's address or title is compared.
 */
export async function findPeopleCalled(
  db: Db,
  called: string,
  most: number,
): Promise<{ id: PersonId; name: string }[]> {
  if (called.includes('@')) {
    const known = await findPersonByAddress(db, called)
    return known === undefined ? [] : [known]
  }
  const query = prefixQuery(called)
  if (query === undefined) return []
  // The index also holds titles and places, so the name alone is looked at once more.
  const found = await sql<{ id: PersonId; name: string }>`
    select p.id, p.name from people.person p
    where p.found_by @@ to_tsquery('people.names', ${query})
      and to_tsvector('people.names', translate(p.name, '/.@_-+&:=~#', '           ')) @@ to_tsquery('people.names', ${query})
    order by p.is_active desc, lower(p.name), p.id limit ${most}`.execute(db)
  return found.rows
}

/** People whose name, title, unit or place begins with the words typed so far; those who left come last. */
export async function lookUpPeople(db: Db, typed: string, most: number): Promise<PersonRef[]> {
  const query = prefixQuery(typed)
  if (query === undefined) return []
  const found = await sql<{ ref: PersonRef }>`
    select card.ref
    from people.person p join people.person_card card on card.id = p.id
    where p.found_by @@ to_tsquery('people.names', ${query}) and not p.is_automatic
    order by p.is_active desc, lower(p.name), p.id limit ${most}`.execute(db)
  return found.rows.map(({ ref }) => ref)
}
