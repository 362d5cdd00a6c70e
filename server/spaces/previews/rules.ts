// Rules of previews. Pure.
import type { PersonId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

export function whyNotChoosePreviews(
  said: { authorId: PersonId; isDeleted: boolean },
  viewerId: PersonId,
): Refusal | undefined {
  if (said.isDeleted) return refusal('conflict', 'words-deleted', 'This was deleted, so it has no previews.')
  if (said.authorId === viewerId) return undefined
  return refusal('forbidden', 'not-your-words', 'Only its author decides which previews stand under it.')
}
