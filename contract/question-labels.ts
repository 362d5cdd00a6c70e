// How questions stand, in a word each, for wherever they stand among other posts.
import { z } from 'zod'
import { read } from './endpoint.ts'
import { QUESTION_STATES } from './question-ref.ts'
import { PostId, ReplyId } from './ref.ts'

const LABELS_MAX = 50

/** A single value of a query is no list yet. */
const SomePosts = z.union([z.array(PostId).min(1).max(LABELS_MAX), PostId.transform((id) => [id])])

export const QuestionLabel = z.object({
  postId: PostId,
  state: z.enum(QUESTION_STATES),
  /** Answered where it leads to, if anywhere. */
  isMerged: z.boolean(),
  /** The reply that was taken for the answer. */
  answerId: ReplyId.nullable(),
  /** How many want to know too, its asker not counted. */
  waitingCount: z.number().int(),
})
export type QuestionLabel = z.output<typeof QuestionLabel>

export const questionLabels = {
  listLabels: read('answers', 'list-labels', {
    summary:
      'How some questions stand, in no order; of at most 50 posts, those are left out that are no questions or that you may not read.',
    caller: 'person',
    input: z.strictObject({ postIds: SomePosts }),
    reply: z.object({ items: z.array(QuestionLabel) }),
  }),
}
