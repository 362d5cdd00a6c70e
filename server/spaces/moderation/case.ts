// When words may be hidden, restored, appealed for and decided on. Pure.
import type { Case, CaseState } from '#contract/judged'
import type { PersonId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** Words that somebody is to judge, and who does. */
export type Judged = {
  authorId: PersonId
  isDeleted: boolean
  isHidden: boolean
  /** Of the newest case of these words; undefined while there was none. */
  state: CaseState | undefined
  hiddenById: PersonId | undefined
  /** Whether there is somebody else who could decide. */
  hasOthers: boolean
}

/** Whoever keeps the space judges what is said in it, and stewards whatever reaches them. Nobody judges themselves. */
export function whyNotJudge(
  { authorId }: Pick<Judged, 'authorId'>,
  who: { viewerId: PersonId; isModerator: boolean },
): Refusal | undefined {
  if (!who.isModerator) {
    return refusal('forbidden', 'moderators-only', 'Only keepers of the space and stewards can do this.')
  }
  if (authorId === who.viewerId) {
    return refusal(
      'forbidden',
      'your-own-words',
      'These are your own words. Somebody else has to judge them.',
    )
  }
  return undefined
}

export function whyNotHide({ isDeleted, isHidden }: Judged): Refusal | undefined {
  if (isHidden) return refusal('conflict', 'words-hidden', 'This is hidden already.')
  if (isDeleted)
    return refusal('conflict', 'words-deleted', 'Its author deleted this, so there is nothing to hide.')
  return undefined
}

/** Who hid the words may bring them back, but once their author asks for another judgement, another gives it. */
export function whyNotRestoreHidden(judged: Judged, viewerId: PersonId): Refusal | undefined {
  if (!judged.isHidden) return refusal('conflict', 'words-stand', 'This is not hidden.')
  return judged.state === 'appealed' ? whyNotDecideAppeal(judged, viewerId) : undefined
}

export function whyNotDismiss(judged: Judged, viewerId: PersonId): Refusal | undefined {
  if (judged.state !== 'appealed') {
    return refusal('conflict', 'no-appeal', 'Nobody asks for these words to be looked at again.')
  }
  return whyNotDecideAppeal(judged, viewerId)
}

function whyNotDecideAppeal({ hiddenById, hasOthers }: Judged, viewerId: PersonId): Refusal | undefined {
  if (hiddenById !== viewerId || !hasOthers) return undefined
  return refusal('forbidden', 'same-moderator', 'You hid this. Somebody else decides whether that was right.')
}

export function whyNotLetStand({ state }: Pick<Judged, 'state'>): Refusal | undefined {
  return state === 'open'
    ? undefined
    : refusal('conflict', 'nothing-waits', 'Nothing waits to be decided here.')
}

export function whyNotReopen({ state }: Pick<Judged, 'state'>): Refusal | undefined {
  if (state === 'kept' || state === 'dismissed') return undefined
  return refusal('conflict', 'nothing-decided', 'There is no decision here to take back.')
}

export function whyNotReport(
  { authorId, isDeleted }: Pick<Judged, 'authorId' | 'isDeleted'>,
  viewerId: PersonId,
): Refusal | undefined {
  if (isDeleted)
    return refusal('conflict', 'words-deleted', 'This is gone already, so nobody has to judge it.')
  if (authorId === viewerId)
    return refusal('invalid', 'your-own-words', 'You need not report yourself: delete it, or change it.')
  return undefined
}

/** What a moderator may do with a case that reached them. */
export function mayWithCase(judged: Judged, viewerId: PersonId): Case['may'] {
  const canHide = whyNotHide(judged) === undefined
  return {
    hide: judged.state === 'open' && canHide,
    letStand: whyNotLetStand(judged) === undefined,
    restore: whyNotRestoreHidden(judged, viewerId) === undefined,
    dismiss: whyNotDismiss(judged, viewerId) === undefined,
    reopen: whyNotReopen(judged) === undefined,
  }
}
