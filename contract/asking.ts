// Asking: a question is put to a space.
import { z } from 'zod'
import { write } from './endpoint.ts'
import { FileIds } from './files.ts'
import { paragraphs } from './plain-text.ts'
import { QuestionTitle } from './question-title.ts'
import { PostId, SpaceId } from './ref.ts'
import { AskWhom, FromReply } from './whom.ts'

const DETAILS_CHARACTERS_MAX = 20_000

/** All that is given with a question. */
const givenQuestion = {
  spaceId: SpaceId,
  title: QuestionTitle,
  body: paragraphs(
    z
      .string()
      .trim()
      .max(
        DETAILS_CHARACTERS_MAX,
        'The details have at most {maximum} characters. Shorten them, or attach the rest as a file.',
      ),
  ).optional(),
  fileIds: FileIds.default([]),
  /** Whom it is put to beside the space. */
  whom: AskWhom.default({ what: 'space' }),
  /** The reply that it carries on from. */
  from: FromReply.optional(),
}

export const asking = {
  askQuestion: write('answers', 'ask-question', {
    summary: 'Asks a space something, which starts a thread.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject(givenQuestion),
    reply: z.object({ postId: PostId }),
  }),
}
