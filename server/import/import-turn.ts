// One import at a time, so that two do not count each other's messages.
import { sql } from 'kysely'
import type { Db } from '#platform/db'

/** Any fixed number. */
const IMPORT_LOCK = 70_697_372

/**
 * Takes the turn to import until the connection closes.
 * @returns whether nobody else had it
 */
export async function takeImportTurn(connection: Db): Promise<boolean> {
  const taken = await sql<{ isTaken: boolean }>`
    select pg_try_advisory_lock(${IMPORT_LOCK}) as "isTaken"`.execute(connection)
  return taken.rows[0]?.isTaken ?? false
}

/** The same until the transaction ends. */
export async function takeImportTurnHere(db: Db): Promise<boolean> {
  const taken = await sql<{ isTaken: boolean }>`
    select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as "isTaken"`.execute(db)
  return taken.rows[0]?.isTaken ?? false
}

export async function endImportTurn(connection: Db): Promise<void> {
  await sql`select pg_advisory_unlock(${IMPORT_LOCK})`.execute(connection)
}

/** Whether anybody has the turn at this moment, in whatever process. */
export async function isImportUnderWay(db: Db): Promise<boolean> {
  const held = await sql<{ isHeld: boolean }>`
    select exists (
      select from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = ${IMPORT_LOCK} and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
    ) as "isHeld"`.execute(db)
  return held.rows[0]?.isHeld ?? false
}
