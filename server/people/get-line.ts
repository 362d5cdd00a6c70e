import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { people } from '#contract/people'
import type { Ctx } from '#platform/ctx'
import { requirePerson } from './access.ts'
import { type NodeRow, nodeColumns, toNode } from './tree-nodes.ts'

/** Everybody above a person and the person, from the top down; in a circle each stands once. */
export async function getLine(
  ctx: Ctx,
  input: InputOf<typeof people.getLine>,
): Promise<ReplyOf<typeof people.getLine>> {
  const person = await requirePerson(ctx, input.id)
  const found = await sql<NodeRow>`
    select ${nodeColumns}
    from (
      select l.person_id, min(l.steps) as steps from people.line_above(${person.id}) l
      group by l.person_id
    ) line
    join people.person p on p.id = line.person_id
    join people.person_card card on card.id = p.id
    order by line.steps desc`.execute(ctx.db)
  return { people: found.rows.map(toNode) }
}
