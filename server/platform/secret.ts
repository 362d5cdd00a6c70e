// Secrets of a network, such as what cookies and addresses are signed with: each made once and kept in the database,
// so that all processes share it and a restart changes nothing.
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './db.ts'

/** The secret of this name; made when it is first asked for. */
export async function readSecret(db: Db, name: string): Promise<string> {
  // Processes that start together take turns on the row, and all read the one that was first.
  await sql`
    insert into platform.secret (name, value) values (${name}, ${randomBytes(32).toString('base64url')})
    on conflict do nothing`.execute(db)
  const found = await sql<{ value: string }>`
    select value from platform.secret where name = ${name}`.execute(db)
  const secret = found.rows[0]?.value
  if (secret === undefined) throw new Error(`the secret "${name}" is gone`)
  return secret
}
