// What somebody said, in all the shapes in which the page shows it: posts, replies, threads, cards and findings.
import { z } from 'zod'
import { At, PersonRef, PostId, ReplyId, SaidId, SpaceRef } from './ref.ts'

const BODY_CHARACTERS_MAX = 20_000
const TITLE_CHARACTERS_MAX = 300

export const Body = z.string().trim().min(1, 'Say something first.').max(BODY_CHARACTERS_MAX)
export const Title = z.string().trim().max(TITLE_CHARACTERS_MAX)

export const PostKind = z.enum(['note', 'question'])
export type PostKind = z.output<typeof PostKind>
export const ReactionKind = z.enum(['agree', 'thank', 'curious', 'concerned'])
export type ReactionKind = z.output<typeof ReactionKind>

/** How many reacted each way, and which of those are yours. Kinds without any are left out. */
export const ReactionCount = z.object({ kind: ReactionKind, count: z.number().int(), isYours: z.boolean() })
export type ReactionCount = z.output<typeof ReactionCount>

/** What posts and replies have in common. Deleted ones keep their place with an empty body. */
const Said = z.object({
  author: PersonRef,
  /** Markdown. `@[Name](person:<id>)` is a mention. */
  body: z.string(),
  /** Text quoted or forwarded in an imported mail, folded away from the author's own words. */
  folded: z.string().nullable(),
  at: At,
  editedAt: At.nullable(),
  isDeleted: z.boolean(),
  reactions: z.array(ReactionCount),
  may: z.object({ edit: z.boolean(), delete: z.boolean() }),
})

export const Post = Said.extend({
  id: PostId,
  kind: PostKind,
  title: z.string().nullable(),
  space: SpaceRef,
  replyCount: z.number().int(),
  lastAt: At,
})
export type Post = z.output<typeof Post>

export const Reply = Said.extend({
  id: ReplyId,
  postId: PostId,
  /** The reply that this one answers; null when it answers the post. */
  answersId: ReplyId.nullable(),
})
export type Reply = z.output<typeof Reply>

/** A post in a list: the opening of its words, and who spoke last. */
export const PostCard = z.object({
  id: PostId,
  kind: PostKind,
  title: z.string().nullable(),
  /** At most 600 characters of the body. */
  opening: z.string(),
  isCut: z.boolean(),
  author: PersonRef,
  space: SpaceRef,
  at: At,
  lastAt: At,
  lastAuthor: PersonRef.nullable(),
  replyCount: z.number().int(),
  reactions: z.array(ReactionCount),
  isDeleted: z.boolean(),
})
export type PostCard = z.output<typeof PostCard>

export const Thread = z.object({
  post: Post,
  replies: z.array(Reply),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  youFollow: z.boolean(),
  mayReply: z.boolean(),
  /** Threads of other audiences that this one carried on from or into, as far as you may see them. */
  carriedOn: z.array(z.object({ postId: PostId, title: z.string().nullable(), space: SpaceRef, at: At })),
})
export type Thread = z.output<typeof Thread>

export const Found = z.object({
  saidId: SaidId,
  postId: PostId,
  replyId: ReplyId.nullable(),
  kind: PostKind,
  title: z.string().nullable(),
  /** Plain text around what was found; found words stand between U+E000 and U+E001. */
  excerpt: z.string(),
  author: PersonRef,
  space: SpaceRef,
  at: At,
})
export type Found = z.output<typeof Found>

export const Version = z.object({ title: z.string().nullable(), body: z.string(), at: At, by: PersonRef })
export type Version = z.output<typeof Version>
