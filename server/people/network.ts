// The network itself: its name, whether it is the sample company, and the moment it began.
import { sql } from 'kysely'
import type { Db } from '#platform/db'

export type Network = { name: string; isSample: boolean }

/** The network; undefined until it has begun. */
export async function findNetwork(db: Db): Promise<Network | undefined> {
  const found = await sql<Network>`select name, is_sample as "isSample" from people.network`.execute(db)
  return found.rows[0]
}

/**
 * Begins the network, once. Two that begin at the same moment take turns on the one row, so call it in the
 * transaction that brings in its first people.
 * @returns whether it was this call that began it
 */
export async function beginNetwork(db: Db, network: Network & { at: Temporal.Instant }): Promise<boolean> {
  const begun = await sql<{ name: string }>`
    insert into people.network (name, is_sample, begun_at) values (${network.name}, ${network.isSample}, ${network.at})
    on conflict do nothing returning name`.execute(db)
  return begun.rows.length > 0
}

/** Whether the network is the sample company, held as it is until the transaction ends. */
export async function lockSampleNetwork(db: Db): Promise<boolean> {
  const found = await sql<{ isSample: boolean }>`
    select is_sample as "isSample" from people.network for update`.execute(db)
  return found.rows[0]?.isSample ?? false
}

/** Whether anybody is known at all: a chart may come in before the network has begun. */
export async function hasPeople(db: Db): Promise<boolean> {
  const found = await sql`select from people.person limit 1`.execute(db)
  return found.rows.length > 0
}
