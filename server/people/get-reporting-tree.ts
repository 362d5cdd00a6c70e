import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { people, TreeNode } from '#contract/people'
import type { PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requirePerson } from './access.ts'

/** What a picture can hold; further down one asks again from a person there. */
const TREE_NODES_MAX = 1000

type NodeRow = Omit<TreeNode, keyof PersonRef> & { ref: PersonRef }

/** The tree below a person, or below all roots: those who report to nobody and have reports of their own. */
export async function getReportingTree(
  ctx: Ctx,
  input: InputOf<typeof people.getReportingTree>,
): Promise<ReplyOf<typeof people.getReportingTree>> {
  const root = input.rootId === undefined ? undefined : await requirePerson(ctx, input.rootId)
  const isStart =
    root === undefined
      ? sql`p.manager_id is null and exists (select from people.person r where r.manager_id = p.id and r.is_active)`
      : sql`p.id = ${root.id}`
  // The recursion goes level by level and stops once the limit is filled, so a cut tree is cut at the bottom.
  const found = await sql<NodeRow>`
    with recursive below (id, manager_id, depth) as (
      select p.id, p.manager_id, 0 from people.person p where ${isStart}
      union all
      select r.id, r.manager_id, below.depth + 1
      from below join people.person r on r.manager_id = below.id
      where r.is_active and below.depth < ${input.levels}
    ),
    listed as (select * from below limit ${TREE_NODES_MAX + 1})
    select card.ref, listed.manager_id as "managerId", listed.depth,
      (select count(*) from people.person r where r.manager_id = listed.id and r.is_active) as "reportCount"
    from listed join people.person_card card on card.id = listed.id
    order by listed.depth, lower(card.ref ->> 'name'), listed.id`.execute(ctx.db)
  // Somebody met twice stands in a circle, and is drawn where they were met first.
  const nodes = new Map<string, TreeNode>()
  for (const { ref, ...node } of found.rows.slice(0, TREE_NODES_MAX)) {
    if (!nodes.has(ref.id)) nodes.set(ref.id, { ...ref, ...node })
  }
  return {
    nodes: [...nodes.values()],
    peopleTotal: await countPeople(ctx, isStart),
    isCut: found.rows.length > TREE_NODES_MAX,
  }
}

/** Everybody from there down. `union` drops whom it has met before, so a circle in a broken chart ends. */
async function countPeople(ctx: Ctx, isStart: ReturnType<typeof sql>): Promise<number> {
  const counted = await sql<{ count: number }>`
    with recursive below (id) as (
      select p.id from people.person p where ${isStart}
      union
      select r.id from below join people.person r on r.manager_id = below.id where r.is_active
    )
    select count(*) from below`.execute(ctx.db)
  return counted.rows[0]?.count ?? 0
}
