import { sql } from 'kysely'
import type { Language } from '#contract/language'
import type { PersonId, Role } from '#contract/ref'
import type { Viewer } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'

/** Somebody who writes by mail, with the rights that they have at this moment. */
export async function viewerOf(db: Db, personId: PersonId): Promise<Viewer> {
  const found = await sql<{ roles: Role[]; timeZone: string | null; language: Language | null }>`
    select roles, time_zone as "timeZone", language from people.standing where id = ${personId} and is_active`.execute(
    db,
  )
  const standing = found.rows[0]
  if (standing === undefined) throw refusal('forbidden', 'not-active', 'You are not active here any more.')
  return {
    personId,
    sessionId: 'mail',
    roles: new Set(standing.roles),
    timeZone: standing.timeZone ?? undefined,
    language: standing.language ?? 'en',
  }
}
