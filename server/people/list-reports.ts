import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { people } from '#contract/people'
import type { Ctx } from '#platform/ctx'
import { cursorOf } from '#platform/cursor'
import { requirePerson } from './access.ts'
import { isAfter, readLast } from './name-cursor.ts'
import { type NodeRow, nodeColumns, toNode } from './tree-nodes.ts'

/**
 * One level of the reporting tree: those who report to a person and have not left; or, without a person, those at the
 * top of a tree, who report to nobody and have reports of their own.
 */
export async function listReports(
  ctx: Ctx,
  { managerId, cursor, limit }: InputOf<typeof people.listReports>,
): Promise<ReplyOf<typeof people.listReports>> {
  const manager = managerId === undefined ? undefined : await requirePerson(ctx, managerId)
  const isOfLevel =
    manager === undefined
      ? sql`p.manager_id is null
          and exists (select from people.person r where r.manager_id = p.id and r.is_active)`
      : sql`p.manager_id = ${manager.id} and p.is_active`
  const found = await sql<NodeRow>`
    select ${nodeColumns}
    from people.person p join people.person_card card on card.id = p.id
    where ${isOfLevel} and ${isAfter(await readLast(ctx.db, cursor))}
    order by lower(p.name), p.id limit ${limit + 1}`.execute(ctx.db)
  const items = found.rows.slice(0, limit).map(toNode)
  const last = found.rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : cursorOf([last.id]) }
}
