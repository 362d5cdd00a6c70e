// The library of answers: what was asked and answered, on shelves.
import { z } from 'zod'
import { QuestionState } from './answers.ts'
import { download, read } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, PersonId, PersonRef, PostId, ReplyId, SpaceId, SpaceRef } from './ref.ts'
import { TopicName } from './topics.ts'

/** Where a question stands in the library; on one shelf or on several. */
export const Shelf = z.enum(['most-reused', 'latest', 'stale', 'unanswered'])
export type Shelf = z.output<typeof Shelf>

export const LibraryItem = z.object({
  postId: PostId,
  /** Its title, or the beginning of its words. */
  line: z.string(),
  space: SpaceRef,
  state: QuestionState,
  answer: z
    .object({
      replyId: ReplyId,
      author: PersonRef,
      /** An executive answered, under that role. */
      isExecutive: z.boolean(),
      /** The beginning of its words, as Markdown. */
      opening: z.string(),
      isCut: z.boolean(),
      at: At,
    })
    .nullable(),
  owner: PersonRef.nullable(),
  reviewOn: z.iso.date().nullable(),
  /** How many were helped by it within a year without asking; null where they are fewer than five, which is not told. */
  reuseCount: z.number().int().nullable(),
  /** How many want to know too, its asker not counted. */
  waitingCount: z.number().int(),
})
export type LibraryItem = z.output<typeof LibraryItem>

/** What an export is made of: a text for each question with what is known of it, or pages for a browser. */
export const ExportFormat = z.enum(['markdown', 'site'])
export type ExportFormat = z.output<typeof ExportFormat>

/** What narrows a shelf, and an export. */
const libraryFilter = {
  spaceId: SpaceId.optional(),
  topic: TopicName.optional(),
  answeredBy: PersonId.optional(),
}

export const library = {
  listLibrary: read('answers', 'list-library', {
    summary:
      'A shelf of the library of answers, as far as you may read them: those used most, the latest, the out of date, and what is asked and unanswered.',
    caller: 'person',
    input: z.strictObject({ shelf: Shelf.default('most-reused'), ...libraryFilter, ...paged }),
    reply: pageOf(LibraryItem),
  }),
  listAnswersOf: read('answers', 'list-answers-of', {
    summary:
      'What a person wrote that was taken for an answer, as far as you may read it: used most first, then the latest.',
    caller: 'person',
    input: z.strictObject({ personId: PersonId, ...paged }),
    reply: pageOf(LibraryItem),
  }),
  downloadAnswers: download('answers', 'download-answers', {
    summary:
      'What is answered and you may read, the latest ten thousand, as a zip of Markdown or of a site in which nothing runs; what is in a private space only where you name that space. Who asked is not in it.',
    path: '/api/answers/download-answers/{format}',
    caller: 'member',
    input: z.strictObject({ format: ExportFormat, ...libraryFilter }),
    reply: z.void(),
  }),
}
