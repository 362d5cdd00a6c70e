// Rules of what stands on top of a space. Pure.
import { type Refusal, refusal } from '#platform/refusal'

export const PINNED_MAX = 10

type Held = { isDeleted: boolean; isKeeper: boolean; replyId: unknown }

/** `pinnedCount` counts the others that are pinned in the space. */
export function whyNotPin(said: Held, { pinnedCount }: { pinnedCount: number }): Refusal | undefined {
  if (said.isDeleted) return refusal('conflict', 'words-deleted', 'This was deleted, so it cannot be pinned.')
  if (pinnedCount >= PINNED_MAX) {
    return refusal(
      'conflict',
      'pins-full',
      '{count} posts are pinned in this space already. Unpin one of them first.',
      { count: PINNED_MAX },
    )
  }
  return whyNotUnpin(said)
}

export function whyNotUnpin(said: Pick<Held, 'isKeeper'>): Refusal | undefined {
  if (said.isKeeper) return undefined
  return refusal('forbidden', 'keepers-only', 'Only a keeper of this space can pin in it.')
}
