// What somebody said, in all the shapes in which the page shows it: posts, replies, threads, cards and findings.
import { z } from 'zod'
import { File } from './files.ts'
import { line, paragraphs } from './plain-text.ts'
import { Poll, PollGlimpse } from './polls.ts'
import { LinkPreview } from './previews.ts'
import { At, PersonRef, PostId, ReplyId, SaidId, SpaceRef } from './ref.ts'

const BODY_CHARACTERS_MAX = 20_000
const TITLE_CHARACTERS_MAX = 300
const NEW_REPLIES_MAX = 100

export const Body = paragraphs(z.string().trim().min(1, 'Say something first.').max(BODY_CHARACTERS_MAX))
export const Title = line(z.string().trim().max(TITLE_CHARACTERS_MAX))

export const PostKind = z.enum(['note', 'question'])
export type PostKind = z.output<typeof PostKind>
export const ReactionKind = z.enum(['agree', 'thank', 'curious', 'concerned'])
export type ReactionKind = z.output<typeof ReactionKind>

/** How many reacted each way, and which of those are yours. Kinds without any are left out. */
export const ReactionCount = z.object({ kind: ReactionKind, count: z.number().int(), isYours: z.boolean() })
export type ReactionCount = z.output<typeof ReactionCount>

/** Why something was reported or hidden. */
export const HideReason = z.enum([
  'unkind',
  'private',
  'misleading',
  'unlawful',
  'spam',
  'off-topic',
  'other',
])
export type HideReason = z.output<typeof HideReason>

/** That a keeper or a steward hid the words. */
const Hidden = z.object({ reason: HideReason, at: At })

/** What posts and replies have in common. Deleted ones keep their place with an empty body. */
const Said = z.object({
  author: PersonRef,
  /** Markdown. `@[Name](person:<id>)` is a mention. */
  body: z.string(),
  /** Text quoted or forwarded in an imported mail, folded away from the author's own words. */
  folded: z.string().nullable(),
  at: At,
  editedAt: At.nullable(),
  /** Deleted or hidden: nothing is left for others but the place. */
  isDeleted: z.boolean(),
  /** Set for hidden words, which their author and the keepers of the space still read. */
  hidden: Hidden.extend({
    /** For those who read the words: what their author was told beside the reason. */
    sentence: z.string().nullable(),
    /** Whether you are their author and have not asked yet that somebody else looks at them. */
    mayAppeal: z.boolean(),
  }).nullable(),
  reactions: z.array(ReactionCount),
  files: z.array(File),
  /** Of links in the words, at most three; they come a little after the words. */
  previews: z.array(LinkPreview),
  isSaved: z.boolean(),
  /** `moderate` is for keepers of the space; stewards may wherever they read. */
  may: z.object({ edit: z.boolean(), delete: z.boolean(), moderate: z.boolean() }),
})

export const Post = Said.extend({
  id: PostId,
  kind: PostKind,
  title: z.string().nullable(),
  space: SpaceRef,
  replyCount: z.number().int(),
  lastAt: At,
  isPinned: z.boolean(),
  /** Nothing more can be said in the thread. */
  isLocked: z.boolean(),
  isAnnouncement: z.boolean(),
  /** Other spaces in whose lists it stands, as far as you may see them. It is one thread, and read by whoever reads its own space. */
  alsoIn: z.array(SpaceRef),
  poll: Poll.nullable(),
  may: z.object({ edit: z.boolean(), delete: z.boolean(), pin: z.boolean(), moderate: z.boolean() }),
})
export type Post = z.output<typeof Post>

export const Reply = Said.extend({
  id: ReplyId,
  postId: PostId,
  /** The reply that this one answers; null when it answers the post. */
  answersId: ReplyId.nullable(),
  /** Who drafted it for its author, who approved and sent it; null for what authors wrote themselves. */
  draftedBy: PersonRef.nullable(),
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
  files: z.array(File),
  isDeleted: z.boolean(),
  hidden: Hidden.nullable(),
  isPinned: z.boolean(),
  isSaved: z.boolean(),
  poll: PollGlimpse.nullable(),
  /** Newer than where you caught up, and not opened since. What you wrote yourself is never new. */
  isNew: z.boolean(),
  /** Replies by others since you last saw the thread; a hundred stand for any number from there. */
  newCount: z.number().int().min(0).max(NEW_REPLIES_MAX),
  /** At home, the topic that brought it there; null where it comes from a space, a person or a thread you follow. */
  followedTopic: z.string().nullable(),
})
export type PostCard = z.output<typeof PostCard>

export const Thread = z.object({
  post: Post,
  replies: z.array(Reply),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  youFollow: z.boolean(),
  mayReply: z.boolean(),
  /** Whether the space is porous, so that guests may be among the readers. */
  guestsRead: z.boolean(),
  lock: z.object({ by: PersonRef, reason: z.string(), at: At }).nullable(),
  /** Until when you had seen the thread before this visit; null where nothing is counted as new for you. */
  seenAt: At.nullable(),
  /** The first reply by somebody else since then. */
  firstNewId: ReplyId.nullable(),
  newCount: z.number().int().min(0).max(NEW_REPLIES_MAX),
  /** Threads of other audiences that this one carried on from or into, as far as you may see them. */
  carriedOn: z.array(z.object({ postId: PostId, title: z.string().nullable(), space: SpaceRef, at: At })),
})
export type Thread = z.output<typeof Thread>

/** Something said, wherever it is shown by itself: on a card of the brief, among what one saved. */
export const CardWords = z.object({
  saidId: SaidId,
  postId: PostId,
  replyId: ReplyId.nullable(),
  author: PersonRef,
  space: SpaceRef,
  title: z.string().nullable(),
  body: z.string(),
  folded: z.string().nullable(),
  at: At,
  replyCount: z.number().int(),
  reactions: z.array(ReactionCount),
})
export type CardWords = z.output<typeof CardWords>

/** Something said that you saved, with the note you made. */
export const Saved = z.object({ savedAt: At, note: z.string().nullable(), words: CardWords })
export type Saved = z.output<typeof Saved>

export const Version = z.object({ title: z.string().nullable(), body: z.string(), at: At, by: PersonRef })
export type Version = z.output<typeof Version>
