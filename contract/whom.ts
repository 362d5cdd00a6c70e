// Whom a question is put to, and questions that begin with a reply.
import { z } from 'zod'
import { read } from './endpoint.ts'
import { PersonId, PersonRef, PostId, ReplyId, SpaceId, SpaceRef } from './ref.ts'

export const AskedRole = z.enum(['executive', 'steward', 'administrator'])
export type AskedRole = z.output<typeof AskedRole>

/** Whom somebody asks: the space alone, a person in it, those of a role, or anyone who knows. */
export const AskWhom = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('space') }),
  z.strictObject({ what: z.literal('person'), personId: PersonId }),
  z.strictObject({ what: z.literal('role'), role: AskedRole }),
  z.strictObject({ what: z.literal('anyone') }),
])
export type AskWhom = z.output<typeof AskWhom>

/** Whom a question was put to, beside its space. */
export const AskedOf = z.object({
  what: z.enum(['person', 'role', 'anyone']),
  person: PersonRef.nullable(),
  role: AskedRole.nullable(),
})
export type AskedOf = z.output<typeof AskedOf>

/** The reply that a question carries on from, and whether its words are quoted. */
export const FromReply = z.strictObject({ replyId: ReplyId, quotes: z.boolean() })
export type FromReply = z.output<typeof FromReply>

export const whom = {
  getAskedOf: read('answers', 'get-asked-of', {
    summary: 'Whom a question was put to; null where it was put to its space alone.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: z.object({ askedOf: AskedOf.nullable() }),
  }),
  listSpacesToAsk: read('answers', 'list-spaces-to-ask', {
    summary:
      'The spaces of yours in which somebody can be asked, as they read them too; the last used first.',
    caller: 'person',
    input: z.strictObject({ personId: PersonId }),
    reply: z.object({ person: PersonRef, items: z.array(SpaceRef) }),
  }),
  getReplyToAsk: read('answers', 'get-reply-to-ask', {
    summary: 'A reply that is to become a question: its words, and whether they may be quoted in a space.',
    caller: 'person',
    input: z.strictObject({ replyId: ReplyId, spaceId: SpaceId.optional() }),
    reply: z.object({
      postId: PostId,
      author: PersonRef,
      /** Where the reply stands. */
      space: SpaceRef,
      /** Its first sentence that asks; empty where none does. */
      title: z.string(),
      /** The words that would be quoted, as Markdown. */
      quote: z.string(),
      /** False where not all who read the space that is asked for may read the reply. */
      mayQuote: z.boolean(),
    }),
  }),
}
