// Rules of being in a space. Pure.
import type { Role } from '#contract/ref'
import type { Space } from '#contract/spaces'
import { type Refusal, refusal } from '#platform/refusal'
import type { HeldSpace } from './access.ts'
import { whyNotAnnounce } from './announcements/announcement.ts'

type Standing = Pick<
  HeldSpace,
  'visibility' | 'isMember' | 'isKeeper' | 'isPorous' | 'isConversation' | 'mayRead'
>

type Who = { isGuest: boolean; roles: ReadonlySet<Role> }

export function mayInSpace(space: Standing, who: Who): Space['may'] {
  return {
    read: space.mayRead,
    post: space.mayRead,
    announce: space.mayRead && whyNotAnnounce(space, who) === undefined,
    join: whyNotJoin(space, who) === undefined && !space.isMember,
    leave: space.isMember,
    invite: whyNotInvite(space, { isGuest: who.isGuest, guestInvited: undefined }) === undefined,
    edit: whyNotUpdate(space, who) === undefined && !space.isConversation,
    inviteGuests: space.isKeeper && space.isPorous && !who.isGuest && !space.isConversation,
  }
}

export function whyNotJoin(space: Standing, who: { isGuest: boolean }): Refusal | undefined {
  if (space.isMember) return undefined
  if (space.visibility !== 'open' || who.isGuest) {
    return refusal(
      'forbidden',
      'by-invitation',
      'This space is joined by invitation. Ask one of its members.',
    )
  }
  return undefined
}

/** `guestInvited` is undefined while nobody in particular is meant. */
export function whyNotInvite(
  space: Standing,
  { isGuest, guestInvited }: { isGuest: boolean; guestInvited: boolean | undefined },
): Refusal | undefined {
  if (!space.isMember || isGuest) {
    return refusal('forbidden', 'members-invite', 'Only members of a space invite others to it.')
  }
  if (space.isConversation) {
    return refusal(
      'forbidden',
      'conversation-closed',
      'A private conversation from an archive stays among those it was.',
    )
  }
  if (guestInvited === true && !space.isPorous) {
    return refusal('forbidden', 'not-porous', 'Guests can be invited only to porous spaces.')
  }
  if (guestInvited === true && !space.isKeeper) {
    return refusal('forbidden', 'keepers-invite-guests', 'Only a keeper of this space invites guests to it.')
  }
  return undefined
}

export function whyNotLeave(
  space: Standing,
  others: { keepers: number; members: number },
): Refusal | undefined {
  if (space.isKeeper && others.keepers === 0 && others.members > 0) {
    return refusal(
      'conflict',
      'last-keeper',
      'You are the last keeper of this space. Make somebody else one first.',
    )
  }
  return undefined
}

export function whyNotUpdate(space: Standing, who: { isGuest: boolean }): Refusal | undefined {
  if (space.isKeeper && !who.isGuest) return undefined
  return refusal('forbidden', 'keepers-only', 'Only a keeper of this space can change it.')
}
