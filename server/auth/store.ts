// The SQL by which our acts read and write the tables that the sign-in library shares with us.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#contract/language'
import type { PersonId, Role } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'

/** The library looks users up by e-mail; addresses are looked up in `people`, so it gets a name made of the id. */
export function standInAddress(personId: PersonId): string {
  return `${personId}@person.invalid`
}

/** Makes somebody known to the library, unless they are; an id that is nobody's changes nothing. */
export async function insertUser(db: Db, user: { personId: PersonId; at: Temporal.Instant }): Promise<void> {
  await sql`
    insert into auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    select s.id, '', ${standInAddress(user.personId)}, true, ${user.at}, ${user.at}
    from people.standing s where s.id = ${user.personId}
    on conflict do nothing`.execute(db)
}

type FreshPassword = { personId: PersonId; hashed: string; at: Temporal.Instant }

/** Sets the password of a user. */
export async function writePassword(db: Db, { personId, hashed, at }: FreshPassword): Promise<void> {
  await sql`
    insert into auth.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${newId(at)}, ${personId}, 'credential', ${personId}, ${hashed}, ${at}, ${at})
    on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = ${at}`.execute(
    db,
  )
}

/** The hash of somebody's password; undefined for those who sign in by link alone. */
export async function findPassword(db: Db, personId: PersonId): Promise<string | undefined> {
  const found = await sql<{ password: string | null }>`
    select password from auth.account
    where "userId" = ${personId} and "providerId" = 'credential'`.execute(db)
  return found.rows[0]?.password ?? undefined
}

export type SessionOfViewer = {
  id: string
  personId: PersonId
  roles: Role[]
  timeZone: string | null
  language: Language | null
  lastSeenAt: Temporal.Instant
  /** When a guest's stay is over. */
  endsAt: Temporal.Instant | null
  /** For those who came after the network had begun. */
  arrivedAt: Temporal.Instant | null
}

/** The session of a token, as long as it lasts and its person may come in. */
export async function findSession(
  db: Db,
  wanted: { token: string; now: Temporal.Instant },
): Promise<SessionOfViewer | undefined> {
  const found = await sql<SessionOfViewer>`
    select session.id, person.id as "personId", person.roles, person.time_zone as "timeZone",
      person.language, session."updatedAt" as "lastSeenAt", person.ends_at as "endsAt",
      (select a.arrived_at from people.arrival a where a.id = person.id) as "arrivedAt"
    from auth.session join people.standing person on person.id = session."userId"
    where session.token = ${wanted.token} and session."expiresAt" > ${wanted.now} and person.is_active
      and (person.ends_at is null or person.ends_at > ${wanted.now})`.execute(db)
  return found.rows[0]
}

/** Which of some sessions let nobody in any more. */
export async function findEndedSessions(
  db: Db,
  asked: { sessionIds: readonly string[]; now: Temporal.Instant },
): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select asked.id from unnest(${asked.sessionIds}::text[]) as asked (id)
    where not exists (
      select from auth.session join people.standing person on person.id = session."userId"
      where session.id = asked.id::uuid and session."expiresAt" > ${asked.now} and person.is_active
        and (person.ends_at is null or person.ends_at > ${asked.now})
    )`.execute(db)
  return new Set(found.rows.map(({ id }) => id))
}

/** Notes that a session is in use, and lets it last from now. */
export async function renewSession(
  db: Db,
  session: { id: string; seenAt: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await sql`
    update auth.session set "updatedAt" = ${session.seenAt}, "expiresAt" = ${session.expiresAt}
    where id = ${session.id} and "updatedAt" < ${session.seenAt}`.execute(db)
}

/** Ends a session of a person. @returns whether there was one */
export async function deleteSession(db: Db, session: { id: string; personId: PersonId }): Promise<boolean> {
  const ended = await sql`
    delete from auth.session where id::text = ${session.id} and "userId" = ${session.personId} returning id`.execute(
    db,
  )
  return ended.rows.length > 0
}

export async function deleteOtherSessions(
  db: Db,
  session: { id: string; personId: PersonId },
): Promise<void> {
  await sql`delete from auth.session where "userId" = ${session.personId} and id <> ${session.id}`.execute(db)
}

export type StartOfSession = { startedBy: 'password' | 'link'; startedAt: Temporal.Instant }

export async function findStart(db: Db, sessionId: string): Promise<StartOfSession | undefined> {
  const found = await sql<StartOfSession>`
    select "startedBy", "createdAt" as "startedAt" from auth.session where id = ${sessionId}`.execute(db)
  return found.rows[0]
}

/** How a link is kept: whoever reads the table cannot use it. */
export function linkHash(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** When the link of a token was asked for, and who of those who may come in; undefined once it was used. */
export async function findLink(
  db: Db,
  token: string,
): Promise<{ askedAt: Temporal.Instant; personId: PersonId | undefined } | undefined> {
  const found = await sql<{ askedAt: Temporal.Instant; personId: PersonId | null }>`
    select v."createdAt" as "askedAt", person.id as "personId"
    from auth.verification v
    left join auth."user" u on u.email = v.value::jsonb ->> 'email'
    left join people.standing person on person.id = u.id and person.is_active
    where v.identifier = ${`magic-link:${linkHash(token)}`}`.execute(db)
  const link = found.rows[0]
  return link && { askedAt: link.askedAt, personId: link.personId ?? undefined }
}

/** Deletes what can no longer be used. */
export async function deleteEnded(
  db: Db,
  before: { sessions: Temporal.Instant; links: Temporal.Instant },
): Promise<void> {
  await sql`delete from auth.session where "expiresAt" < ${before.sessions}`.execute(db)
  await sql`delete from auth.verification where "createdAt" < ${before.links}`.execute(db)
}
