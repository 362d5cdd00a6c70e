// Merging: a question that was asked before leads to the one that was first, and can be taken apart from it again.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { QuestionRef } from './question-ref.ts'
import { At, PersonRef, PostId } from './ref.ts'

export const WORDINGS_MAX = 20

/** What a question leads to, and which ones lead to it. */
export const Merging = z.object({
  postId: PostId,
  /** The question itself on one line, to look for others like it. */
  line: z.string(),
  /** The question that was asked before, as far as you may read it. */
  into: QuestionRef.nullable(),
  /** Who merged it; null where it is not merged or you may not read into what. */
  by: PersonRef.nullable(),
  at: At.nullable(),
  /** The other ways in which it was asked, as far as you may read them, the newest first. */
  alsoAsked: z.array(QuestionRef).max(WORDINGS_MAX),
  may: z.object({ merge: z.boolean(), unmerge: z.boolean() }),
})
export type Merging = z.output<typeof Merging>

export const merging = {
  getMerging: read('answers', 'get-merging', {
    summary: 'What a question was merged into, and which other wordings of it were merged into this one.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Merging,
  }),
  mergeQuestion: write('answers', 'merge-question', {
    summary:
      'Merges a question into one that was asked before: it keeps its words, its thread and its standing, and who waits for it waits for the other.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, intoPostId: PostId }),
    reply: Merging,
  }),
  unmergeQuestion: write('answers', 'unmerge-question', {
    summary: 'Takes a merged question apart again: everything is as it was, and what was said since stays.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Merging,
  }),
}
