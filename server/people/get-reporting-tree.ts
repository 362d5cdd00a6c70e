import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { people, TreeLevel, TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf } from '#platform/cursor'
import { type NodeRow, nodeColumns, toNode } from './tree-nodes.ts'

/** The first of a level; whoever wants more asks for that level alone. */
const REPORTS_MAX = 20

/**
 * Some people, each with the first of those who report to them. People who do not exist are left out, so that a shared
 * address still shows all else of what it once showed.
 */
export async function getReportingTree(
  ctx: Ctx,
  { managerIds }: InputOf<typeof people.getReportingTree>,
): Promise<ReplyOf<typeof people.getReportingTree>> {
  const managers = await sql<NodeRow>`
    select ${nodeColumns}
    from people.person p join people.person_card card on card.id = p.id
    where p.id = any (${managerIds}::uuid[])`.execute(ctx.db)
  const reports = await sql<NodeRow & { managerId: PersonId }>`
    select ${nodeColumns}
    from unnest(${managers.rows.map(({ ref }) => ref.id)}::uuid[]) as asked (id)
    cross join lateral (
      select r.id, r.manager_id, lower(r.name) as called from people.person r
      where r.manager_id = asked.id and r.is_active
      order by lower(r.name), r.id limit ${REPORTS_MAX + 1}
    ) p
    join people.person_card card on card.id = p.id
    order by p.called, p.id`.execute(ctx.db)
  const levels = Map.groupBy(reports.rows.map(toNode), (node) => node.managerId)
  return { levels: managers.rows.map((row) => levelOf(toNode(row), levels.get(row.ref.id) ?? [])) }
}

/** @param found one more than are shown, where there are more */
function levelOf(manager: TreeNode, found: TreeNode[]): TreeLevel {
  const reports = found.slice(0, REPORTS_MAX)
  const last = found.length > REPORTS_MAX ? reports.at(-1) : undefined
  return { manager, reports, nextCursor: last === undefined ? null : cursorOf([last.id]) }
}
