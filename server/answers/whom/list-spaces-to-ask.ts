import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { SpaceRef } from '#contract/ref'
import type { whom } from '#contract/whom'
import type { Ctx } from '#platform/ctx'
import { personRefs, requirePerson } from '#rooms/people'

const SPACES_MAX = 50

/** Spaces that the viewer is in and the person reads. Each is the viewer's own, so that it tells them nothing new. */
export async function listSpacesToAsk(
  ctx: Ctx,
  input: InputOf<typeof whom.listSpacesToAsk>,
): Promise<ReplyOf<typeof whom.listSpacesToAsk>> {
  const { id } = await requirePerson(ctx, input.personId)
  const found = await sql<{ ref: SpaceRef }>`
    select to_json(named.ref) as ref
    from spaces.space_to_ask(${ctx.viewer.personId}) with ordinality mine (space_id, name, place)
    join lateral spaces.spaces_for(${ctx.viewer.personId}, array[mine.space_id]) named on true
    where exists (select from spaces.visible_space(${id}) v where v.space_id = mine.space_id)
    order by mine.place limit ${SPACES_MAX}`.execute(ctx.db)
  const person = (await personRefs(ctx.db, [id])).get(id)
  if (person === undefined) throw new Error('a person in sight has a card')
  return { person, items: found.rows.map(({ ref }) => ref) }
}
