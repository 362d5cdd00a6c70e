// What answers tells other rooms of, and its own jobs.
import type { PersonId, PostId, ReplyId } from '#contract/ref'
import type { News } from '#platform/journal'

type Accepted = { postId: PostId; replyId: ReplyId; byId: PersonId; at: Temporal.Instant }

/** A reply was taken for the answer to a question. */
export function answerAccepted({ at, ...who }: Accepted): News {
  return { name: 'answers/answer-accepted', facts: { ...who, at: at.toString() } }
}
