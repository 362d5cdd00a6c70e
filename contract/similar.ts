// Questions like one that is being asked, and what came of showing them.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { QUESTION_STATES } from './question-ref.ts'
import { Done, PersonRef, PostId, ReplyId, SpaceRef } from './ref.ts'

const TEXT_CHARACTERS_MAX = 2000

/** What somebody is about to ask. */
const Text = z
  .string()
  .trim()
  .max(
    TEXT_CHARACTERS_MAX,
    'Similar questions are looked for with at most {maximum} characters. Send the question without its details.',
  )

export const SimilarQuestion = z.object({
  postId: PostId,
  /** Its title, or how it begins. */
  line: z.string(),
  space: SpaceRef,
  state: z.enum(QUESTION_STATES),
  /** Most likely the same question. */
  isStrong: z.boolean(),
  /** How much of what was typed, by how telling its words are, is found in it; 0 to 1. */
  coverage: z.number().min(0).max(1),
  /** How many want to know too, its asker not counted. */
  waitingCount: z.number().int(),
  /** How many times somebody said that its answer answers them, each once a day. */
  reuseCount: z.number().int(),
  answer: z
    .object({
      replyId: ReplyId,
      author: PersonRef,
      /** At most 600 characters of its Markdown. */
      opening: z.string(),
      isCut: z.boolean(),
    })
    .nullable(),
})
export type SimilarQuestion = z.output<typeof SimilarQuestion>

export const similar = {
  listSimilar: read('answers', 'list-similar', {
    summary:
      'Up to five questions like one that is being typed: answered ones first, as far as you may read them.',
    caller: 'person',
    input: z.strictObject({ text: Text }),
    reply: z.object({
      items: z.array(SimilarQuestion),
      /** Why nothing was looked for; null where it was. */
      reason: z.enum(['too-short', 'too-few-words']).nullable(),
    }),
  }),
  confirmAnswer: write('answers', 'confirm-answer', {
    summary:
      'Says that the answer of a question answers what you were about to ask, which is then not asked.',
    caller: 'person',
    input: z.strictObject({
      postId: PostId,
      text: Text.describe('What you were about to ask; it is not kept.'),
    }),
    reply: Done,
  }),
  noteOpened: write('answers', 'note-opened', {
    summary: 'Notes that you opened a question that was suggested while you were asking.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
}
