// Happenings: told by the transaction that does a thing, kept beside what it did, and read by every process once it
// committed. A NOTIFY in each transaction would be less to write, and would make all of them commit one after another.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './db.ts'

/** What happened: a name, and the ids to look the rest up by. */
export type Happening = { what: `${string}/${string}` } & Record<string, string | boolean>

/** How far a process has read: which transactions it has seen the outcome of. */
export type Position = { next: string; pending: string[] }

const KEPT_MINUTES = 10

/** A column that tells of a happening if and only if its transaction commits. */
export function telling(happening: Happening): RawBuilder<unknown> {
  return sql`platform.tell(${JSON.stringify(happening)})`
}

/** Where one stands who has read everything so far. */
export async function findPosition(db: Db): Promise<Position> {
  const found = await sql<{ snapshot: string }>`select pg_current_snapshot()::text as snapshot`.execute(db)
  return positionOf(found.rows[0]?.snapshot ?? '')
}

type Wanted = { after: Position; most: number; wakes: { channel: string; as: string } | undefined }

/**
 * Reads what committed after a position, whatever the order in which it began, and wakes the other processes in the
 * same statement if that was anything and `wakes` says so.
 */
export async function readHappenings(
  db: Db,
  { after, most, wakes }: Wanted,
): Promise<{ happenings: Happening[]; position: Position }> {
  const waking = wakes === undefined ? sql`null` : sql`pg_notify(${wakes.channel}, ${wakes.as})`
  const found = await sql<{ snapshot: string; facts: Happening[] }>`
    with fresh as materialized (
      select facts from platform.happening
      where xid >= ${after.next}::xid8 or xid = any (${after.pending}::xid8[])
      order by xid limit ${most}
    )
    select pg_current_snapshot()::text as snapshot, coalesce((select json_agg(facts::json) from fresh), '[]') as facts,
      case when exists (select from fresh) then ${waking} end`.execute(db)
  const row = found.rows[0]
  return { happenings: row?.facts ?? [], position: positionOf(row?.snapshot ?? '') }
}

/** Forgets what every process has long read. */
export async function forgetHappenings(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`
    delete from platform.happening where at < ${now.subtract({ minutes: KEPT_MINUTES })}`.execute(db)
}

/** PostgreSQL writes a snapshot as `xmin:xmax:xip`, where `xip` are those that were under way. */
function positionOf(snapshot: string): Position {
  const [, next = '0', pending = ''] = snapshot.split(':')
  return { next, pending: pending === '' ? [] : pending.split(',') }
}
