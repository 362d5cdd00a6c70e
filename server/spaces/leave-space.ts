import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireSpace } from './access.ts'
import { whyNotLeave } from './membership.ts'

export async function leaveSpace(ctx: Ctx, input: InputOf<typeof spaces.leaveSpace>): Promise<Done> {
  const space = await requireSpace(ctx, input.id)
  const personId = ctx.viewer.personId
  const others = await sql<{ keepers: number; members: number }>`
    select count(*) filter (where is_keeper)::int as keepers, count(*)::int as members
    from spaces.membership where space_id = ${space.id} and person_id <> ${personId}`.execute(ctx.db)
  refuseIf(whyNotLeave(space, others.rows[0] ?? { keepers: 0, members: 0 }))
  await sql`
    with left_space as (
      delete from spaces.membership where space_id = ${space.id} and person_id = ${personId}
    )
    delete from spaces.follow where person_id = ${personId} and what = 'space' and target_id = ${space.id}`.execute(
    ctx.db,
  )
  return { done: true }
}
