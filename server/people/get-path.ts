import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { people } from '#contract/people'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requirePerson } from './access.ts'
import { pathBetween, stepsUpOf } from './reporting-tree.ts'

type Step = { ref: PersonRef; managerId: PersonId | null }

/** The way along the reporting tree, both ends included; nobody and no distance when the two share no tree. */
export async function getPath(
  ctx: Ctx,
  input: InputOf<typeof people.getPath>,
): Promise<ReplyOf<typeof people.getPath>> {
  const from = await requirePerson(ctx, input.fromId)
  const to = await requirePerson(ctx, input.toId)
  const found = await sql<Step>`
    select card.ref, p.manager_id as "managerId"
    from (
      select l.person_id from people.line_above(${from.id}) l
      union select l.person_id from people.line_above(${to.id}) l
    ) line
    join people.person p on p.id = line.person_id
    join people.person_card card on card.id = p.id`.execute(ctx.db)
  const refs = new Map(found.rows.map((step) => [step.ref.id, step.ref]))
  const tree = new Map(found.rows.map((step) => [step.ref.id, step.managerId ?? undefined]))
  const path = pathBetween(tree, from.id, to.id) ?? []
  return {
    distance: path.length === 0 ? null : path.length - 1,
    stepsUp: path.length === 0 ? null : stepsUpOf(tree, path),
    people: path.map((id) => refs.get(id)).filter((ref) => ref !== undefined),
  }
}
