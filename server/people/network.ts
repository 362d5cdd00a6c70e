// The network itself: its name, and the moment it began.
import { sql } from 'kysely'
import type { Db } from '#platform/db'

/** The name of the network; undefined until its first administrator exists. */
export async function networkName(db: Db): Promise<string | undefined> {
  const found = await sql<{ name: string }>`select name from people.network`.execute(db)
  return found.rows[0]?.name
}

/**
 * Begins the network, once. Two that begin at the same moment take turns on the one row, so call it in the
 * transaction that makes the first administrator.
 * @returns whether it was this call that began it
 */
export async function beginNetwork(
  db: Db,
  network: { name: string; at: Temporal.Instant },
): Promise<boolean> {
  const begun = await sql<{ name: string }>`
    insert into people.network (name, begun_at) values (${network.name}, ${network.at})
    on conflict do nothing returning name`.execute(db)
  return begun.rows.length > 0
}
