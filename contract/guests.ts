// Guests: who comes from outside into porous spaces, who answers for them, and until when.
import { z } from 'zod'
import { Address } from './auth.ts'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, Done, PersonId, PersonRef, SpaceId, SpaceRef } from './ref.ts'

export const STAY_DAYS = 90
const STAY_DAYS_MAX = 365

const Days = z.int().min(1).max(STAY_DAYS_MAX, 'A guest stays at most {maximum} days at a time.')

export const Guest = z.object({
  person: PersonRef,
  /** Whoever of the house answers for them; nobody does for those whom an archive or a chart brought. */
  sponsor: PersonRef.nullable(),
  /** Null for those who have no sponsor. */
  endsAt: At.nullable(),
  isIn: z.boolean(),
  /** The spaces they see, as far as you may know of them. */
  spaces: z.array(SpaceRef),
  /** The day on which they were last here, in UTC; null when they are signed in nowhere. */
  lastSeenOn: z.iso.date().nullable(),
  may: z.object({ renew: z.boolean(), end: z.boolean(), changeSponsor: z.boolean(), lookAs: z.boolean() }),
})
export type Guest = z.output<typeof Guest>

/** As whom somebody looks: a guest, or a guest nobody knows yet in one space. */
export const Look = z.object({
  id: z.uuid(),
  guest: PersonRef.nullable(),
  space: SpaceRef.nullable(),
  by: PersonRef,
  at: At,
})
export type Look = z.output<typeof Look>

export const guests = {
  inviteGuest: write('guests', 'invite-guest', {
    summary: 'Brings somebody from outside into a porous space that you keep, and writes to them.',
    caller: 'member',
    input: z.strictObject({
      spaceId: SpaceId,
      address: Address,
      name: z.string().trim().max(120).optional().describe('Left out: what stands before the @.'),
      organisation: z.string().trim().max(120).optional(),
      sponsorId: PersonId.optional().describe('Left out: you.'),
      days: Days.default(STAY_DAYS),
    }),
    reply: Guest,
  }),
  listGuests: read('guests', 'list-guests', {
    summary:
      'Guests by name: those you answer for and those in porous spaces you keep; all of them, for stewards and administrators.',
    caller: 'member',
    input: z.strictObject({ search: z.string().trim().max(200).optional(), ...paged }),
    reply: pageOf(Guest),
  }),
  renewGuest: write('guests', 'renew-guest', {
    summary: 'Lets a guest stay on from today, or come back.',
    caller: 'member',
    input: z.strictObject({ id: PersonId, days: Days.default(STAY_DAYS) }),
    reply: Guest,
  }),
  endGuest: write('guests', 'end-guest', {
    summary: 'Ends the stay of a guest: their sessions end and nothing is readable for them any more.',
    caller: 'member',
    input: z.strictObject({ id: PersonId }),
    reply: Guest,
  }),
  changeSponsor: write('guests', 'change-sponsor', {
    summary: 'Lets somebody else of the house answer for a guest.',
    caller: 'member',
    input: z.strictObject({ id: PersonId, sponsorId: PersonId }),
    reply: Guest,
  }),
  takeOut: write('guests', 'take-out', {
    summary: 'Takes a guest out of a porous space that you keep.',
    caller: 'member',
    input: z.strictObject({ id: PersonId, spaceId: SpaceId }),
    reply: Done,
  }),
  getStay: read('guests', 'get-stay', {
    summary:
      'For a guest: who answers for you, until when you stay, and who looked at the network as you see it.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ guest: Guest.nullable(), looks: z.array(Look) }),
  }),
  beginLook: write('guests', 'begin-look', {
    summary:
      'Begins to look at the network as a guest, or as a new guest of a porous space, would see it: never more than you may see yourself. Send the id it gives as `foyer-look`, in the query or as a header, with each read.',
    caller: 'member',
    input: z.strictObject({ guestId: PersonId.optional(), spaceId: SpaceId.optional() }),
    reply: Look,
  }),
  endLook: write('guests', 'end-look', {
    summary: 'Ends looking as a guest.',
    caller: 'member',
    input: z.strictObject({ lookId: z.uuid() }),
    reply: Done,
  }),
}
