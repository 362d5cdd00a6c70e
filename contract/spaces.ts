// Spaces, and what is said in them.
import { z } from 'zod'
import { announcements } from './announcements.ts'
import { read, write } from './endpoint.ts'
import { FileIds } from './files.ts'
import { marks } from './marks.ts'
import { paged, pageOf } from './paging.ts'
import { line, paragraphs } from './plain-text.ts'
import { polls } from './polls.ts'
import { previews } from './previews.ts'
import {
  At,
  Done,
  PersonId,
  PersonRef,
  PostId,
  ReplyId,
  SaidId,
  SpaceId,
  SpaceRef,
  Visibility,
} from './ref.ts'
import { Body, Post, PostCard, ReactionKind, Reply, Thread, Title, Version } from './said.ts'
import { givenPost, scheduled } from './scheduled.ts'
import { search } from './search.ts'

export const SpaceCard = SpaceRef.extend({
  purpose: z.string().nullable(),
  isPorous: z.boolean(),
  memberCount: z.number().int(),
  lastAt: At.nullable(),
  youAreMember: z.boolean(),
  youFollow: z.boolean(),
  /** Whether others said something since you caught up that you have not seen. */
  hasNew: z.boolean(),
})
export type SpaceCard = z.output<typeof SpaceCard>

export const Space = SpaceCard.extend({
  createdAt: At,
  members: z.array(PersonRef).describe('The first twelve, by name.'),
  may: z.object({
    read: z.boolean(),
    post: z.boolean(),
    announce: z.boolean(),
    join: z.boolean(),
    leave: z.boolean(),
    invite: z.boolean(),
    edit: z.boolean(),
    inviteGuests: z.boolean(),
  }),
})
export type Space = z.output<typeof Space>

/** Newest activity first, or newest post first. */
export const FeedOrder = z.enum(['activity', 'newest'])
export type FeedOrder = z.output<typeof FeedOrder>

const Followable = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('person'), id: PersonId }),
  z.strictObject({ what: z.literal('space'), id: SpaceId }),
  z.strictObject({ what: z.literal('thread'), id: PostId }),
])

export const spaces = {
  ...marks,
  ...search,
  ...polls,
  ...previews,
  ...scheduled,
  ...announcements,
  listSpaces: read('spaces', 'list-spaces', {
    summary:
      'Spaces you may know of. `mine` are those you are in; conversations are listed only when asked for.',
    caller: 'person',
    input: z.strictObject({
      search: z.string().trim().max(200).optional(),
      which: z.enum(['all', 'mine', 'conversations']).default('all'),
      ...paged,
    }),
    reply: pageOf(SpaceCard),
  }),
  getSpace: read('spaces', 'get-space', {
    summary: 'A space and what you may do in it.',
    caller: 'person',
    input: z.strictObject({ id: SpaceId }),
    reply: Space,
  }),
  listMembers: read('spaces', 'list-members', {
    summary: 'The members of a space that you may read.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId, ...paged }),
    reply: pageOf(PersonRef),
  }),
  createSpace: write('spaces', 'create-space', {
    summary: 'Opens a space; you are its first member.',
    caller: 'member',
    input: z.strictObject({
      name: line(z.string().trim().min(1).max(80)),
      purpose: paragraphs(z.string().trim().max(400)).optional(),
      visibility: Visibility,
      isPorous: z.boolean().default(false),
    }),
    reply: Space,
  }),
  updateSpace: write('spaces', 'update-space', {
    summary: 'Changes the name, purpose or porousness of a space you keep.',
    caller: 'person',
    input: z.strictObject({
      id: SpaceId,
      name: line(z.string().trim().min(1).max(80)).optional(),
      purpose: paragraphs(z.string().trim().max(400)).nullable().optional(),
      isPorous: z.boolean().optional(),
    }),
    reply: Space,
  }),
  joinSpace: write('spaces', 'join-space', {
    summary: 'Joins an open space.',
    caller: 'member',
    input: z.strictObject({ id: SpaceId }),
    reply: Space,
  }),
  leaveSpace: write('spaces', 'leave-space', {
    summary: 'Leaves a space.',
    caller: 'person',
    input: z.strictObject({ id: SpaceId }),
    reply: Done,
  }),
  invitePerson: write('spaces', 'invite-person', {
    summary: 'Brings somebody into a space you are in. Guests only into porous ones.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId, personId: PersonId }),
    reply: Done,
  }),
  makeKeeper: write('spaces', 'make-keeper', {
    summary: 'Makes a member of a space that you keep a keeper too.',
    caller: 'member',
    input: z.strictObject({ spaceId: SpaceId, personId: PersonId }),
    reply: Done,
  }),
  getFeed: read('spaces', 'get-feed', {
    summary: 'Home: threads that you follow, or that are of spaces and people you follow.',
    caller: 'person',
    input: z.strictObject({ order: FeedOrder.default('activity'), ...paged }),
    reply: pageOf(PostCard),
  }),
  listPosts: read('spaces', 'list-posts', {
    summary: 'The threads of a space.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId, order: FeedOrder.default('activity'), ...paged }),
    reply: pageOf(PostCard),
  }),
  listPostsOf: read('spaces', 'list-posts-of', {
    summary: 'What one person posted, as far as you may see it, newest first.',
    caller: 'person',
    input: z.strictObject({ personId: PersonId, ...paged }),
    reply: pageOf(PostCard),
  }),
  getThread: read('spaces', 'get-thread', {
    summary: 'A thread: its post and a page of replies, oldest first, or the page on which a reply stands.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, aroundReplyId: ReplyId.optional(), ...paged }),
    reply: Thread,
  }),
  writePost: write('spaces', 'write-post', {
    summary: 'Says something in a space, which starts a thread.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({
      spaceId: SpaceId,
      ...givenPost,
    }),
    reply: Post,
  }),
  writeReply: write('spaces', 'write-reply', {
    summary: 'Replies in a thread, to the post or to a reply.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({
      postId: PostId,
      answersId: ReplyId.optional(),
      body: Body,
      fileIds: FileIds.default([]),
    }),
    reply: Reply,
  }),
  editWords: write('spaces', 'edit-words', {
    summary: 'Changes what you said; the earlier words stay in its history.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({
      saidId: SaidId,
      title: Title.optional(),
      body: Body,
      /** All that is to be attached from now on; left out, the files stay as they are. */
      fileIds: FileIds.optional(),
    }),
    reply: Done,
  }),
  deleteWords: write('spaces', 'delete-words', {
    summary: 'Deletes what you said; a trace stays where it stood.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId }),
    reply: Done,
  }),
  restoreWords: write('spaces', 'restore-words', {
    summary: 'Takes back the deletion of what you said, within ten minutes.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId }),
    reply: Done,
  }),
  listVersions: read('spaces', 'list-versions', {
    summary: 'The earlier wordings of something said, newest first.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, ...paged }),
    reply: pageOf(Version),
  }),
  react: write('spaces', 'react', {
    summary: 'Reacts to something said.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, kind: ReactionKind }),
    reply: Done,
  }),
  takeBackReaction: write('spaces', 'take-back-reaction', {
    summary: 'Takes back a reaction of yours.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, kind: ReactionKind }),
    reply: Done,
  }),
  follow: write('spaces', 'follow', {
    summary: 'Follows a person, a space or a thread.',
    caller: 'person',
    input: Followable,
    reply: Done,
  }),
  unfollow: write('spaces', 'unfollow', {
    summary: 'Stops following.',
    caller: 'person',
    input: Followable,
    reply: Done,
  }),
  listFollows: read('spaces', 'list-follows', {
    summary: 'The people and spaces you follow.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ people: z.array(PersonId), spaces: z.array(SpaceId) }),
  }),
}
