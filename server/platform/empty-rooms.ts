// Takes everything out of every room, as on the first morning.
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { listMigrations } from './migrate.ts'

const MAKES_SCHEMA = /^create schema (\w+);/gm
/** What cookies are signed with stays: every process that runs holds it in memory. */
const STAYS = 'platform.secret'

/**
 * Empties every table that the migrations made, in one statement and so completely or not at all. It waits for whoever
 * is writing; call it in a transaction. Other schemas of the database are not Foyer's to touch.
 */
export async function emptyRooms(db: Db): Promise<void> {
  const schemas = (await listMigrations()).flatMap(({ text }) =>
    [...text.matchAll(MAKES_SCHEMA)].flatMap(([, schema]) => schema ?? []),
  )
  const found = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = any (${schemas}::text[]) order by 1`.execute(db)
  const names = found.rows.map(({ name }) => name).filter((name) => name !== STAYS)
  await sql`truncate ${sql.join(names.map((name) => sql.raw(name)))}`.execute(db)
}
