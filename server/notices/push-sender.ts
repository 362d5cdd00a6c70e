// The keys by which push services know this Foyer: made once for each network and kept in its database, so that all
// processes share them and no browser need be asked again.
import { createECDH } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#platform/db'

export type PushKeys = { publicKey: string; privateKey: string }

const NAME = 'push'

/** The keys, as RFC 8292 writes them: a point and a number on P-256 in base64url. */
export async function readPushKeys(db: Db): Promise<PushKeys> {
  const known = await findKeys(db)
  if (known !== undefined) return known
  const made = createECDH('prime256v1')
  const publicKey = made.generateKeys('base64url')
  // Its leading zeros count, too.
  const privateKey = Buffer.from(made.getPrivateKey('hex').padStart(64, '0'), 'hex').toString('base64url')
  const keys: PushKeys = { publicKey, privateKey }
  // Processes that come together take turns on the row, and all read the one that was first.
  await sql`
    insert into platform.secret (name, value) values (${NAME}, ${JSON.stringify(keys)})
    on conflict do nothing`.execute(db)
  const kept = await findKeys(db)
  if (kept === undefined) throw new Error('the keys of pushes are gone')
  return kept
}

async function findKeys(db: Db): Promise<PushKeys | undefined> {
  const found = await sql<{ value: string }>`
    select value from platform.secret where name = ${NAME}`.execute(db)
  const value = found.rows[0]?.value
  return value === undefined ? undefined : (JSON.parse(value) as PushKeys)
}
