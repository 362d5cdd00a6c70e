import type { InputOf } from '#contract/endpoint'
import type { Guest, guests } from '#contract/guests'
import type { Ctx } from '#platform/ctx'
import { endSessionsOf } from '#rooms/auth'
import { endStays, personDeactivated } from '#rooms/people'
import { requireGuest } from './access.ts'
import { toReply } from './reply.ts'
import { forbidden } from './stay.ts'

/** Ends a guest's stay at once; what they said stays. One who is out already stays out. */
export async function endGuest(ctx: Ctx, input: InputOf<typeof guests.endGuest>): Promise<Guest> {
  const guest = await requireGuest(ctx, input.id)
  if (guest.isIn && !guest.may.end) throw forbidden()
  await endStays(ctx.db, [guest.id])
  await endSessionsOf(ctx.db, [guest.id])
  await ctx.emit(personDeactivated(guest.id))
  return toReply(ctx, guest.id)
}
