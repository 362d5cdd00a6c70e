import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import { type Ctx, isGuest } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { refuseIf } from '#platform/refusal'
import { requireSpace } from './access.ts'
import { getSpace } from './get-space.ts'
import { whyNotJoin } from './membership.ts'
import { insertMember } from './store.ts'

export async function joinSpace(ctx: Ctx, input: InputOf<typeof spaces.joinSpace>): Promise<RawJson> {
  const space = await requireSpace(ctx, input.id)
  refuseIf(whyNotJoin(space, { isGuest: isGuest(ctx.viewer) }))
  await insertMember(ctx.db, {
    spaceId: space.id,
    personId: ctx.viewer.personId,
    isKeeper: false,
    at: ctx.now,
  })
  return getSpace(ctx, { id: space.id })
}
