// What a room knows of posts that bears on whether they are worth a reader's time. Each room offers its part, and the
// list weighs them: readings know which cells are unheard, and decisions, once there are any, what waits for one.
import type { PersonId, PostId } from '#contract/ref'
import type { CardQuestion } from './cards.ts'

export type WeighedPost = {
  postId: PostId
  authorId: PersonId
  /** The author's unit, where they say one. */
  unit: string | undefined
}

/** Left out where a room does not know. */
export type KnownOfPost = {
  /** The author stands where the reader has read nobody of late. */
  unheardCell?: boolean
  /** The post waits for a decision of the reader's. */
  decisionNeeded?: boolean
}

/** One statement for all posts; posts of which a room knows nothing are left out. */
export type WorthSource = (
  question: CardQuestion,
  posts: readonly WeighedPost[],
) => Promise<ReadonlyMap<PostId, KnownOfPost>>
