// A question where another one leads to it.
import { z } from 'zod'
import { PostId } from './ref.ts'

/** Its title, or else its first words on one line. */
export const QuestionRef = z.object({ postId: PostId, line: z.string() })
export type QuestionRef = z.output<typeof QuestionRef>
