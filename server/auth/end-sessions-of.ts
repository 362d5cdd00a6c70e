// Ends the sessions of people who may no longer come in.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'

/** Ends all sessions of some people. Who is remembered as signed in is forgotten by the news of their going. */
export async function endSessionsOf(db: Db, personIds: readonly PersonId[]): Promise<void> {
  await sql`delete from auth.session where "userId" = any (${personIds}::uuid[])`.execute(db)
}
