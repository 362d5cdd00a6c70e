// Drafts of questions and their answers, made of mail that somebody forwarded, for them alone until they publish them.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { line, paragraphs } from './plain-text.ts'
import { At, Done, PostId, SpaceId, SpaceRef } from './ref.ts'

const TITLE_CHARACTERS_MAX = 300
const WORDS_CHARACTERS_MAX = 20_000

export const QuestionDraft = z
  .object({
    id: z.uuid(),
    at: At,
    title: z.string().nullable(),
    question: z.string(),
    answer: z.string().nullable(),
    /** By whom the answer is, as their mail names them; null where it is your own, or where nobody is named. */
    answeredBy: z.string().nullable(),
    /** What you wrote above what you forwarded; it is not published. */
    note: z.string().nullable(),
    /** Null once you can no longer ask there. */
    space: SpaceRef.nullable(),
  })
  .meta({ id: 'QuestionDraft' })
export type QuestionDraft = z.output<typeof QuestionDraft>

const words = (missing: string) =>
  paragraphs(
    z
      .string()
      .trim()
      .min(1, missing)
      .max(WORDS_CHARACTERS_MAX, 'Question and answer have at most {maximum} characters each.'),
  )

export const questionDrafts = {
  listDrafts: read('answers', 'list-drafts', {
    summary: 'Your drafts of questions and answers, the newest first. Nobody else has them.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(QuestionDraft) }),
  }),
  saveDraft: write('answers', 'save-draft', {
    summary: 'Changes a draft: its words, and where it is to be asked.',
    caller: 'person',
    input: z.strictObject({
      draftId: z.uuid(),
      title: line(z.string().trim().max(TITLE_CHARACTERS_MAX)).nullable(),
      question: words('Write the question first.'),
      answer: words('Write the answer, or leave it out.').nullable(),
      spaceId: SpaceId,
    }),
    reply: QuestionDraft,
  }),
  publishDraft: write('answers', 'publish-draft', {
    summary: 'Asks the question of a draft, with its answer as the first reply, taken for the answer. Once.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({ draftId: z.uuid() }),
    reply: z.object({ postId: PostId }),
  }),
  discardDraft: write('answers', 'discard-draft', {
    summary: 'Throws a draft away.',
    caller: 'person',
    input: z.strictObject({ draftId: z.uuid() }),
    reply: Done,
  }),
}
