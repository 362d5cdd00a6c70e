import type { InputOf } from '#contract/endpoint'
import type { Guest, guests } from '#contract/guests'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { setSponsor } from '#rooms/people'
import { requireGuest } from './access.ts'
import { requireSponsor } from './invite-guest.ts'
import { toReply } from './reply.ts'
import { forbidden } from './stay.ts'

/** Somebody else of the house answers for a guest from now on, and is told so. */
export async function changeSponsor(ctx: Ctx, input: InputOf<typeof guests.changeSponsor>): Promise<Guest> {
  const guest = await requireGuest(ctx, input.id)
  if (!guest.may.changeSponsor) throw forbidden()
  if (guest.endsAt === undefined) {
    throw refusal(
      'conflict',
      'no-stay',
      'This guest was never invited. Renew their stay, and you answer for them.',
    )
  }
  const sponsor = await requireSponsor(ctx, input.sponsorId)
  await setSponsor(ctx.db, {
    id: guest.id,
    sponsorId: sponsor.id,
    isTold: sponsor.id === ctx.viewer.personId,
  })
  return toReply(ctx, guest.id)
}
