// A question where another one leads to it.
import { z } from 'zod'
import { PostId } from './ref.ts'

/** Its title, or else its first words on one line. */
export const QuestionRef = z.object({ postId: PostId, line: z.string() })
export type QuestionRef = z.output<typeof QuestionRef>

/** How a question can stand. Out of date: the day is over on which its owner was to look at the answer again. */
export const QUESTION_STATES = ['open', 'answered', 'out-of-date', 'superseded'] as const
