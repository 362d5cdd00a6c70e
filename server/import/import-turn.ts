// One import at a time, so that two do not count each other's messages.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { sentence } from '#platform/say'
import { UnreadableArchive } from './archive.ts'

/** Any fixed number. */
const IMPORT_LOCK = 70_697_372

export const NOT_YOUR_TURN = sentence('Another import is under way. Start this one when it has ended.')

/**
 * Does work on a connection that has the turn to import, which ends with the connection at the latest.
 * @throws UnreadableArchive when somebody else has the turn
 */
export async function inImportTurn<T>(db: Db, work: (connection: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    const taken = await sql<{ isTaken: boolean }>`
      select pg_try_advisory_lock(${IMPORT_LOCK}) as "isTaken"`.execute(connection)
    if (taken.rows[0]?.isTaken !== true) throw new UnreadableArchive(NOT_YOUR_TURN)
    try {
      return await work(connection)
    } finally {
      await sql`select pg_advisory_unlock(${IMPORT_LOCK})`.execute(connection).catch(() => {})
    }
  })
}

/**
 * Takes the turn until the transaction ends.
 * @returns whether nobody else had it
 */
export async function takeImportTurnHere(db: Db): Promise<boolean> {
  const taken = await sql<{ isTaken: boolean }>`
    select pg_try_advisory_xact_lock(${IMPORT_LOCK}) as "isTaken"`.execute(db)
  return taken.rows[0]?.isTaken ?? false
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
