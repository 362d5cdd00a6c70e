// Where a page of people by name ends, and the next one begins.
import { type RawBuilder, sql } from 'kysely'
import { PersonId } from '#contract/ref'
import { readCursor, wrongCursor } from '#platform/cursor'
import type { Db } from '#platform/db'

/** The last person of the page before. */
export type Last = { id: PersonId; name: string; isActive: boolean }

/**
 * The person whom a cursor names: it holds an id alone, since names can be long.
 * @throws Refusal `wrong-cursor` when it names nobody
 */
export async function readLast(db: Db, cursor: string | undefined): Promise<Last | undefined> {
  if (cursor === undefined) return undefined
  const id = PersonId.safeParse(readCursor(cursor, 1)[0])
  const found = await sql<Last>`
    select id, name, is_active as "isActive" from people.person where id = ${id.data ?? null}`.execute(db)
  const last = found.rows[0]
  if (last === undefined) throw wrongCursor()
  return last
}

/** The condition that a person `p` comes after the last one of the page before, in the order of names. */
export function isAfter(last: Last | undefined): RawBuilder<unknown> {
  return last === undefined ? sql`true` : sql`(lower(p.name), p.id) > (lower(${last.name}), ${last.id}::uuid)`
}
