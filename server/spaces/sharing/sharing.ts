// Rules of sharing a thread into other spaces. Pure.
import type { SpaceId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** What stands everywhere is noticed nowhere. */
export const SHARES_MAX = 10

type Sharing = {
  thread: { spaceId: SpaceId; isDeleted: boolean }
  space: { id: SpaceId; isConversation: boolean }
  /** In how many other spaces it stands already. */
  shareCount: number
}

export function whyNotShare({ thread, space, shareCount }: Sharing): Refusal | undefined {
  if (thread.isDeleted) {
    return refusal('conflict', 'words-deleted', 'The post was deleted, so it cannot be shared.')
  }
  if (thread.spaceId === space.id) {
    return refusal('invalid', 'own-space', 'The thread stands in this space already.')
  }
  if (space.isConversation) {
    return refusal('invalid', 'into-conversation', 'A conversation of a few people takes no other threads.')
  }
  if (shareCount >= SHARES_MAX) {
    return refusal('too-many', 'too-many-shares', 'A thread stands in {most} other spaces at most.', {
      most: SHARES_MAX,
    })
  }
  return undefined
}
