// What a page hears while it stands open. Whatever may have been missed is fetched anew, so events carry no history.
import { z } from 'zod'
import { stream } from './endpoint.ts'
import { At, HoursId, PersonId, PersonRef, PostId, SaidId, SpaceId } from './ref.ts'
import { Post, ReactionCount, Reply } from './said.ts'

/** Each is just as the one who hears it would find it at that moment by asking. */
export const LiveEvent = z
  .discriminatedUnion('what', [
    z
      .object({ what: z.literal('hello') })
      .describe('You are heard from here on. Fetch anew what you show: something may have happened before.'),
    z.object({
      what: z.literal('reply-written'),
      postId: PostId,
      reply: Reply,
      /** How many replies the thread has. */
      replyCount: z.number().int(),
    }),
    z
      .object({
        what: z.literal('words-changed'),
        postId: PostId,
        post: Post.optional(),
        reply: Reply.optional(),
      })
      .describe('Edited, deleted, brought back: the one of both that was.'),
    z.object({
      what: z.literal('reactions-changed'),
      postId: PostId,
      saidId: SaidId,
      reactions: z.array(ReactionCount),
    }),
    z
      .object({
        what: z.literal('thread-moved'),
        postId: PostId,
        spaceId: SpaceId,
        /** Who moved it: the author of the post or of the reply. */
        authorId: PersonId,
        at: At,
        /** Whether the thread began, or somebody replied in it. */
        isPost: z.boolean(),
        replyCount: z.number().int(),
        lastAuthor: PersonRef.nullable(),
      })
      .describe('For lists of threads.'),
    z
      .object({ what: z.literal('question-changed'), postId: PostId })
      .describe('A question stands otherwise: its answer, who answers for it, or where it leads.'),
    z
      .object({ what: z.literal('hours-moved'), hoursId: HoursId })
      .describe('Office hours are otherwise: their times, their queue, or a vote. Fetch them anew.'),
    z
      .object({ what: z.literal('notices-changed') })
      .describe('Something about your own notices is otherwise.'),
  ])
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.output<typeof LiveEvent>

export const live = {
  listen: stream('live', 'listen', {
    summary:
      'What happens from now on in a thread, in a space, in your home, in office hours, and in what concerns you alone. What you may not see is never told; an identity of something hidden is heard in silence.',
    caller: 'person',
    input: z.strictObject({
      postId: PostId.optional(),
      spaceId: SpaceId.optional(),
      home: z.enum(['yes']).optional(),
      hoursId: HoursId.optional(),
    }),
    event: LiveEvent,
  }),
}
