// Rules of merging questions. Pure.
import type { Strength } from '#contract/answers'
import type { PersonId, PostId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** So many wordings lead to one question at most, so that who waits for it is counted at once. */
export const MERGED_MAX = 200

export type Party = { postId: PostId; authorId: PersonId; strength: Strength; mergedInto: PostId | null }
export type Person = { personId: PersonId; isSteward: boolean; isKeeper: boolean }

/** Stewards, whoever keeps the space of a question, and its asker say that it was asked before. */
export function mayMerge({ authorId }: Pick<Party, 'authorId'>, by: Person): boolean {
  return by.isSteward || by.isKeeper || authorId === by.personId
}

export function whyNotChange(merged: Party, by: Person): Refusal | undefined {
  if (mayMerge(merged, by)) return undefined
  return refusal(
    'forbidden',
    'not-yours-to-merge',
    'Only its asker, a keeper of its space or a steward merges a question.',
  )
}

/** What two questions are to each other, once what leads to each of them is known. */
export type Pair = {
  merged: Party
  /** What the other one leads to, itself where it was not merged. */
  root: Party
  /** How many questions would lead to the root, the merged one among them. */
  together: number
  /** Whether everybody who may read the merged one may read the other. */
  allMayRead: boolean
}

export function whyNotMerge({ merged, root, together, allMayRead }: Pair): Refusal | undefined {
  if (merged.postId === root.postId)
    return refusal(
      'conflict',
      'merged-in-a-circle',
      'A question cannot be merged into itself, nor into one that leads to it.',
    )
  if (merged.mergedInto !== null)
    return refusal('conflict', 'merged-already', 'This question is merged already. Take that back first.')
  if (merged.strength === 'confidential' || root.strength === 'confidential')
    return refusal(
      'conflict',
      'confidential-stays-apart',
      'A confidential question is not merged: it would tell of itself elsewhere.',
    )
  if (!allMayRead)
    return refusal(
      'conflict',
      'not-all-may-read',
      'Not everybody who may read this question may read the other one, so they would be led to a closed door.',
    )
  if (together > MERGED_MAX)
    return refusal('conflict', 'merged-too-often', 'At most {most} questions are merged into one.', {
      most: MERGED_MAX,
    })
  return undefined
}
