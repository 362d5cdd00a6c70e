// Every row of every table as text, so that a test can say what a request changed, whatever tables are to come.
import { sql } from 'kysely'
import type { Db } from '#platform/db'

/** Reads all rows of all rooms; each is its table and its values. */
export async function readRows(db: Db): Promise<ReadonlySet<string>> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'foyer_migrations', 'jobs')
    order by 1`.execute(db)
  const each = tables.rows.map(
    ({ name }) => sql`select ${sql.lit(name)} || ' ' || each::text as row from ${sql.raw(name)} each`,
  )
  const found = await sql<{ row: string }>`${sql.join(each, sql` union all `)}`.execute(db)
  return new Set(found.rows.map(({ row }) => row))
}

/** What differs between two readings; a changed row vanished and appeared. */
export function changeOf(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): { vanished: string[]; appeared: string[] } {
  return {
    vanished: [...before.difference(after)],
    appeared: [...after.difference(before)],
  }
}
