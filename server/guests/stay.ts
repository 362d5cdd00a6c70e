// Rules of a guest's stay: who may invite, renew, end and look as one, and how long it lasts. Pure.
import type { Guest } from '#contract/guests'
import { type Refusal, refusal } from '#platform/refusal'

/** The sponsor is told this long before the end. */
export const REMINDED_DAYS = 14
/** A look ends by itself after this long, should somebody forget it. */
export const LOOK_HOURS = 2

const DAY_HOURS = 24

/** Until when somebody stays who is let in for so many days. */
export function endOf(now: Temporal.Instant, days: number): Temporal.Instant {
  return now.add({ hours: DAY_HOURS * days })
}

/** What somebody of the house is to a guest. */
export type Bond = {
  isSponsor: boolean
  /** Keeps a porous space in which the guest is. */
  isKeeper: boolean
  isSteward: boolean
  isAdministrator: boolean
}

/** Whether a guest is anybody's business. */
export function mayKnow(bond: Bond): boolean {
  return bond.isSponsor || bond.isKeeper || bond.isSteward || bond.isAdministrator
}

/** @param isIn whether the guest may come in at the moment */
export function mayWith(bond: Bond, { isIn }: { isIn: boolean }): Guest['may'] {
  const answers = bond.isSponsor || bond.isSteward || bond.isAdministrator
  return {
    renew: answers,
    end: isIn && mayKnow(bond),
    changeSponsor: answers,
    lookAs: isIn && (bond.isSteward || bond.isKeeper),
  }
}

type Place = { isPorous: boolean; isKeeper: boolean; isConversation: boolean }

export function whyNotInviteGuest(space: Place): Refusal | undefined {
  if (!space.isKeeper) {
    return refusal('forbidden', 'keepers-invite-guests', 'Only a keeper of this space invites guests to it.')
  }
  if (!space.isPorous || space.isConversation) {
    return refusal('forbidden', 'not-porous', 'Guests can be invited only to porous spaces.')
  }
  return undefined
}

/** Why somebody with a known address cannot be invited as a guest by it. */
export function whyNotAdmit(known: { isActive: boolean; isGuest: boolean; isOnEvidence: boolean }) {
  if (known.isOnEvidence) {
    return refusal(
      'conflict',
      'address-unsettled',
      'An import took this address for somebody’s. An administrator has to settle whose it is first.',
    )
  }
  if (known.isActive && !known.isGuest) {
    return refusal(
      'conflict',
      'of-the-house',
      'Somebody of the house has this address. Invite them by their name.',
    )
  }
  return undefined
}

export function whyNotSponsor(person: { isActive: boolean; isGuest: boolean }): Refusal | undefined {
  if (person.isActive && !person.isGuest) return undefined
  return refusal('invalid', 'no-sponsor', 'Only somebody of the house can answer for a guest.')
}

export function whyNotLookAtSpace(space: Place & { mayRead: boolean }, who: { isSteward: boolean }) {
  if (!space.mayRead || (!who.isSteward && !space.isKeeper)) {
    return refusal(
      'forbidden',
      'not-yours-to-look',
      'Stewards, and keepers of a space, look at what guests see of it.',
    )
  }
  if (!space.isPorous) return refusal('conflict', 'not-porous', 'No guest sees anything of this space.')
  return undefined
}

export function forbidden(): Refusal {
  return refusal('forbidden', 'not-your-guest', 'Only their sponsor, stewards and administrators do this.')
}
