import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Guest, guests } from '#contract/guests'
import type { PersonId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { enqueueLetter } from '#rooms/mail'
import {
  findAtAddress,
  findMe,
  findNetwork,
  insertGuest,
  keepStay,
  requirePerson,
  rolesChanged,
} from '#rooms/people'
import { bringInMember, requireSpace } from '#rooms/spaces'
import { invitation } from './letters.ts'
import { toReply } from './reply.ts'
import { endOf, whyNotAdmit, whyNotInviteGuest, whyNotSponsor } from './stay.ts'

type Input = InputOf<typeof guests.inviteGuest>

/**
 * Brings somebody from outside into a porous space. A guest who is in already keeps their sponsor and their end; one who
 * was in, or who is known only from an archive, comes back with all they said.
 */
export function inviteGuest({ baseUrl }: { baseUrl: string }) {
  return async (ctx: Ctx, input: Input): Promise<Guest> => {
    const space = await requireSpace(ctx, input.spaceId)
    refuseIf(whyNotInviteGuest(space))
    const sponsor = await requireSponsor(ctx, input.sponsorId ?? ctx.viewer.personId)
    const id = await admit(ctx, input, sponsor.id)
    const reader = await findMe(ctx.db, id)
    await bringInMember(ctx.db, { spaceId: space.id, personId: id, at: ctx.now })
    const guest = await toReply(ctx, id)
    const words = invitation({
      sponsor: guest.sponsor?.name ?? sponsor.name,
      spaceName: space.name,
      networkName: (await findNetwork(ctx.db))?.name ?? 'Foyer',
      endsAt: guest.endsAt === null ? endOf(ctx.now, input.days) : Temporal.Instant.from(guest.endsAt),
      address: input.address,
      baseUrl,
      // A guest nobody knows yet most likely speaks the language of whoever asks them in.
      language: reader?.language ?? ctx.viewer.language,
    })
    await enqueueLetter(
      ctx.db,
      { uniqueKey: keyOf(ctx, id, space.id), personId: id, why: 'invitation', ...words },
      ctx.now,
    )
    return guest
  }
}

function keyOf({ now }: Ctx, id: PersonId, spaceId: SpaceId): string {
  return `guest invited ${id} ${spaceId} ${now}`
}

/** Somebody of the house who may answer for a guest. */
export async function requireSponsor(ctx: Ctx, id: PersonId) {
  const sponsor = await requirePerson(ctx, id)
  refuseIf(whyNotSponsor({ isActive: sponsor.isActive, isGuest: sponsor.roles.includes('guest') }))
  return sponsor
}

/** @returns who comes in by the address from now on */
async function admit(ctx: Ctx, { address, name, organisation, days }: Input, sponsorId: PersonId) {
  const known = await findAtAddress(ctx.db, address)
  if (known !== undefined) refuseIf(whyNotAdmit(known))
  const id = known?.id ?? newId<PersonId>(ctx.now)
  if (known?.isActive && (await isStaying(ctx, id))) return id
  if (known === undefined) {
    const called = name || (address.split('@')[0] ?? address)
    const isFree = await insertGuest(ctx.db, { id, name: called, address, at: ctx.now })
    if (!isFree) throw refusal('conflict', 'address-taken', 'Somebody here already has this address.')
  }
  await keepStay(ctx.db, {
    ...{ personId: id, sponsorId, endsAt: endOf(ctx.now, days), at: ctx.now },
    organisation: organisation || undefined,
  })
  await ctx.emit(rolesChanged(id))
  return id
}

async function isStaying(ctx: Ctx, id: PersonId): Promise<boolean> {
  const found = await sql`
    select from people.guest_stay st where st.person_id = ${id} and st.is_active and st.ends_at > ${ctx.now}`.execute(
    ctx.db,
  )
  return found.rows.length > 0
}
