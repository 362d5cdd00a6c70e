// Answers: how a question stands, what is its answer, and who waits for it.
import { z } from 'zod'
import { asking } from './asking.ts'
import { read } from './endpoint.ts'
import { merging } from './merging.ts'
import { QuestionRef } from './question-ref.ts'
import { At, PersonRef, PostId, ReplyId } from './ref.ts'

export type { QuestionRef } from './question-ref.ts'

/** Out of date: the day is over on which its owner was to look at the answer again. */
export const QuestionState = z.enum(['open', 'answered', 'out-of-date', 'superseded'])
export type QuestionState = z.output<typeof QuestionState>

/** How far the asker of a question is known. */
export const Strength = z.enum(['named', 'confidential', 'anonymous'])
export type Strength = z.output<typeof Strength>

/** How a question stands, for whoever may read it. */
export const QuestionStanding = z.object({
  postId: PostId,
  state: QuestionState,
  strength: Strength,
  answer: z.object({ replyId: ReplyId, acceptedBy: PersonRef, acceptedAt: At }).nullable(),
  /** Who answers for the answer; null as long as there is none. */
  owner: PersonRef.nullable(),
  reviewOn: z.iso.date().nullable(),
  /** As far as you may read them. */
  supersededBy: QuestionRef.nullable(),
  mergedInto: QuestionRef.nullable(),
  /** How many want to know too, its asker not counted. */
  waitingCount: z.number().int(),
  youWait: z.boolean(),
})
export type QuestionStanding = z.output<typeof QuestionStanding>

export const answers = {
  getQuestion: read('answers', 'get-question', {
    summary: 'How a question stands: its answer, who answers for it and until when, and how many wait.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: QuestionStanding,
  }),
  ...asking,
  ...merging,
}
