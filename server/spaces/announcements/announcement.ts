// Rules of announcements: who may make one, who may end it and who may know how many saw it; and how much of that is
// told. Pure.

import type { announcements } from '#contract/announcements'
import type { ReplyOf } from '#contract/endpoint'
import type { PersonId, Role } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** How long an announcement stands on top for those who have not seen it. */
export const SHOWN_DAYS = 14
/** Fewer people than this are told of by no number. */
const PEOPLE_MIN = 5

type Viewer = { personId: PersonId; roles: ReadonlySet<Role> }
type Held = { authorId: PersonId; isKeeper: boolean }

export function whyNotAnnounce(
  { isKeeper }: Pick<Held, 'isKeeper'>,
  { roles }: Pick<Viewer, 'roles'>,
): Refusal | undefined {
  if (isKeeper || roles.has('executive') || roles.has('steward')) return undefined
  return refusal(
    'forbidden',
    'announcers-only',
    'Only executives, stewards and keepers of this space announce in it. Post it without, or ask one of them.',
  )
}

export function whyNotEnd({ authorId, isKeeper }: Held, viewer: Viewer): Refusal | undefined {
  if (authorId === viewer.personId || isKeeper || viewer.roles.has('steward')) return undefined
  return refusal(
    'forbidden',
    'announcers-only',
    'Only its author, a keeper of the space or a steward ends an announcement.',
  )
}

export function whyNotReach({ authorId }: Pick<Held, 'authorId'>, viewer: Viewer): Refusal | undefined {
  if (authorId === viewer.personId || viewer.roles.has('steward')) return undefined
  return refusal('forbidden', 'not-your-words', 'Only its author and stewards see how many have seen this.')
}

/** What may be told of how many have seen something: neither a few who did nor a few who did not. */
export function reachOf({ seen, of }: { seen: number; of: number }): ReplyOf<typeof announcements.getReach> {
  const most = of - PEOPLE_MIN + 1
  const told = Math.min(seen, most)
  if (told < PEOPLE_MIN) return { seen: null, isAtLeast: false, of }
  return { seen: told, isAtLeast: told === most, of }
}
