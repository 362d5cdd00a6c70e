import type { InputOf } from '#contract/endpoint'
import type { guests } from '#contract/guests'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireSpace, takeOutMember } from '#rooms/spaces'
import { requireGuest } from './access.ts'
import { whyNotInviteGuest } from './stay.ts'

/** Takes a guest out of one space; others that they are in stay theirs. */
export async function takeOut(ctx: Ctx, input: InputOf<typeof guests.takeOut>): Promise<Done> {
  const space = await requireSpace(ctx, input.spaceId)
  refuseIf(whyNotInviteGuest(space))
  const guest = await requireGuest(ctx, input.id)
  await takeOutMember(ctx.db, { spaceId: space.id, personId: guest.id })
  return { done: true }
}
