import type { InputOf } from '#contract/endpoint'
import type { Guest, guests } from '#contract/guests'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { keepStay, rolesChanged } from '#rooms/people'
import { requireGuest } from './access.ts'
import { requireSponsor } from './invite-guest.ts'
import { toReply } from './reply.ts'
import { endOf, forbidden } from './stay.ts'

/** A guest stays on from today. Who had no sponsor has whoever renews; who was out comes back. */
export async function renewGuest(ctx: Ctx, input: InputOf<typeof guests.renewGuest>): Promise<Guest> {
  const guest = await requireGuest(ctx, input.id)
  if (!guest.may.renew) throw forbidden()
  await stayOn(ctx, { id: guest.id, days: input.days })
  return toReply(ctx, guest.id)
}

async function stayOn(ctx: Ctx, { id, days }: { id: PersonId; days: number }): Promise<void> {
  const { sponsor } = await toReply(ctx, id)
  const keeps = sponsor?.isActive === true && sponsor.guestOf === null
  const sponsorId = keeps ? sponsor.id : (await requireSponsor(ctx, ctx.viewer.personId)).id
  await keepStay(ctx.db, { personId: id, sponsorId, endsAt: endOf(ctx.now, days), at: ctx.now })
  await ctx.emit(rolesChanged(id))
}
