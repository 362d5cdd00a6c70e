// Where somebody is signed in. Keys to come in with are in no export.
import { sql } from 'kysely'
import { jsonList, type OwnData, type OwnQuestion } from '#platform/own-data'

async function readSessions({ db, personId }: OwnQuestion): Promise<unknown[]> {
  const found = await sql`
    select "createdAt" as "startedAt", "updatedAt" as "lastSeenAt", "expiresAt", "userAgent", "ipAddress" as address
    from auth.session where "userId" = ${personId} order by "createdAt"`.execute(db)
  return found.rows
}

export const authOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('signed-in.json', await readSessions(asked))
  },
  forget: async ({ db, personId }) => {
    await sql`delete from auth."user" where id = ${personId}`.execute(db)
  },
}
