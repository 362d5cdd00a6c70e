// Finding what was said, who said it, and where: full results, the box that answers as one types, and topics.
import { z } from 'zod'
import { read } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, PersonRef, PostId, ReplyId, SaidId, SpaceRef } from './ref.ts'
import { PostKind } from './said.ts'

const QUERY_CHARACTERS_MAX = 300
const LOOKED_UP_MAX = 10
const TOPIC_CHARACTERS_MAX = 60

/** Found words in `title` and `excerpt` stand between U+E000 and U+E001; both are plain text, never markup. */
export const Found = z.object({
  saidId: SaidId,
  postId: PostId,
  replyId: ReplyId.nullable(),
  kind: PostKind,
  title: z.string().nullable(),
  /** Some two lines of the words, around what was found. */
  excerpt: z.string(),
  author: PersonRef,
  space: SpaceRef,
  at: At,
})
export type Found = z.output<typeof Found>

export const FilterOperator = z.enum(['from', 'in', 'topic', 'kind', 'has', 'before', 'after', 'on'])
export type FilterOperator = z.output<typeof FilterOperator>

/** What an operator was understood as. */
const UnderstoodFilter = z.object({
  operator: FilterOperator,
  value: z.string(),
  /** Whom or what it means, as far as you may know of it; empty where that is nobody and nothing. */
  names: z.array(z.string()),
})

export const TopicCount = z.object({
  topic: z.string(),
  /** In how much of what you may read it is named; a thousand stand for any number from there. */
  saidCount: z.number().int(),
})
export type TopicCount = z.output<typeof TopicCount>

export const search = {
  search: read('spaces', 'search', {
    summary:
      'Finds posts and replies among all you may see, the most telling first; operators alone list the newest first.',
    caller: 'person',
    input: z.strictObject({
      query: z
        .string()
        .trim()
        .min(1)
        .max(QUERY_CHARACTERS_MAX)
        .describe(
          'Words, "phrases", beginnings*, -excluded, and from: in: kind: has: topic: before: after: on:. What is not understood is words.',
        ),
      ...paged,
    }),
    reply: pageOf(Found).extend({
      order: z.enum(['telling', 'newest']),
      filters: z.array(UnderstoodFilter),
      /** Typed words of which little was found, and those that were looked for as well. */
      alsoFound: z.array(z.object({ typed: z.string(), found: z.string() })),
    }),
  }),
  lookUp: read('spaces', 'look-up', {
    summary: 'People, spaces, topics and posts at once, while one types; the last word may be unfinished.',
    caller: 'person',
    input: z.strictObject({
      query: z.string().trim().min(1).max(QUERY_CHARACTERS_MAX),
      limit: z.coerce.number().int().min(1).max(LOOKED_UP_MAX).default(5),
    }),
    reply: z.object({
      people: z.array(PersonRef),
      spaces: z.array(SpaceRef),
      topics: z.array(TopicCount),
      posts: z.array(Found),
    }),
  }),
  suggestTopics: read('spaces', 'suggest-topics', {
    summary: 'Topics that begin with some letters, those most named among what you may see first.',
    caller: 'person',
    input: z.strictObject({
      text: z.string().trim().max(TOPIC_CHARACTERS_MAX).default(''),
      limit: z.coerce.number().int().min(1).max(LOOKED_UP_MAX).default(8),
    }),
    reply: z.object({ items: z.array(TopicCount) }),
  }),
}
