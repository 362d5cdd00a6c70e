// What sign-in signs its cookies with: made once for each network and kept in its database, so that all processes
// share it and a restart signs nobody out.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#platform/db'

export async function readSecret(db: Db): Promise<string> {
  // Processes that start together take turns on the row, and all read the one that was first.
  await sql`
    insert into platform.secret (name, value) values ('sign-in', ${randomBytes(32).toString('base64url')})
    on conflict do nothing`.execute(db)
  const found = await sql<{ value: string }>`
    select value from platform.secret where name = 'sign-in'`.execute(db)
  const secret = found.rows[0]?.value
  if (secret === undefined) throw new Error('the secret of sign-in is gone')
  return secret
}
