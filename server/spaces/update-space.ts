import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import { type Ctx, isGuest } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { refuseIf } from '#platform/refusal'
import { requireSpace } from './access.ts'
import { getSpace } from './get-space.ts'
import { whyNotUpdate } from './membership.ts'

/** Changes what is given and leaves the rest. */
export async function updateSpace(ctx: Ctx, input: InputOf<typeof spaces.updateSpace>): Promise<RawJson> {
  const space = await requireSpace(ctx, input.id)
  refuseIf(whyNotUpdate(space, { isGuest: isGuest(ctx.viewer) }))
  await sql`
    update spaces.space
    set name = coalesce(${input.name ?? null}, name),
      purpose = case when ${input.purpose === undefined} then purpose else ${input.purpose || null} end,
      is_porous = coalesce(${input.isPorous ?? null}, is_porous)
    where id = ${space.id}`.execute(ctx.db)
  return getSpace(ctx, { id: space.id })
}
