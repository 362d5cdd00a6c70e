// People as they stand in the reporting tree, made of rows the same way for every question about it.
import { type RawBuilder, sql } from 'kysely'
import type { TreeNode } from '#contract/people'
import { PersonId, type PersonRef } from '#contract/ref'
import { readCursor, wrongCursor } from '#platform/cursor'
import type { Db } from '#platform/db'

export type NodeRow = { ref: PersonRef; managerId: PersonId | null; reportCount: number }

/** The columns of a `NodeRow`, of `p` (a person) and `card` (their card). */
export const nodeColumns = sql`
  card.ref, p.manager_id as "managerId",
  (select count(*) from people.person below where below.manager_id = p.id and below.is_active) as "reportCount"`

export function toNode({ ref, managerId, reportCount }: NodeRow): TreeNode {
  return { ...ref, managerId, reportCount }
}

/**
 * The condition that a person `p` comes after the last one of the page before, in the order of names.
 * @throws Refusal `wrong-cursor` when it names nobody
 */
export async function afterCursor(db: Db, cursor: string | undefined): Promise<RawBuilder<unknown>> {
  if (cursor === undefined) return sql`true`
  // The cursor holds an id alone: names can be long.
  const id = PersonId.safeParse(readCursor(cursor, 1)[0])
  const found = await sql<{ name: string; id: PersonId }>`
    select name, id from people.person where id = ${id.data ?? null}`.execute(db)
  const last = found.rows[0]
  if (last === undefined) throw wrongCursor()
  return sql`(lower(p.name), p.id) > (lower(${last.name}), ${last.id}::uuid)`
}
