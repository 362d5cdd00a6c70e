// Notices: that a thread has something for you. Seen by you alone.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, Done, PersonRef, PostId, ReplyId, SpaceRef } from './ref.ts'

const UNREAD_MAX = 100

/** What others did in one thread that concerns you, as one row however much it is. */
export const Notice = z
  .object({
    postId: PostId,
    /** Null where the post has none; then its author and space name it. */
    title: z.string().nullable(),
    author: PersonRef,
    space: SpaceRef,
    /** When the last of it happened. */
    at: At,
    isUnread: z.boolean(),
    isMuted: z.boolean(),
    /** Who did what, what was meant for you first: `Marta Wójcik mentioned you.` */
    sentences: z.array(z.string()).min(1),
    /** Why you get it: `because you began this thread`. */
    why: z.string(),
    /** Somebody who did it, the last who did. */
    person: PersonRef,
    /** The first reply of it that you have not seen; null when it is about the post. */
    replyId: ReplyId.nullable(),
  })
  .meta({ id: 'Notice' })
export type Notice = z.output<typeof Notice>

const Thread = z.strictObject({ postId: PostId })

export const notices = {
  listNotices: read('notices', 'list-notices', {
    summary: 'What concerns you, one notice for each thread, the newest first. Yours alone.',
    caller: 'person',
    input: z.strictObject({ ...paged }),
    reply: pageOf(Notice),
  }),
  countNotices: read('notices', 'count-notices', {
    summary: 'The threads of your unread notices; a hundred stand for any number from there.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({
      count: z.number().int().min(0).max(UNREAD_MAX),
      threads: z.array(z.object({ postId: PostId, at: At })).max(UNREAD_MAX),
    }),
  }),
  markRead: write('notices', 'mark-read', {
    summary: 'Marks the notice of a thread as read, as far as you were told of it.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, at: At }),
    reply: Done,
  }),
  markAllRead: write('notices', 'mark-all-read', {
    summary: 'Marks all notices up to an instant as read; it can be taken back.',
    caller: 'person',
    input: z.strictObject({ at: At }),
    reply: z.object({ readAt: At }),
  }),
  takeBackAllRead: write('notices', 'take-back-all-read', {
    summary: 'Takes back that all notices were marked as read, given what that answered.',
    caller: 'person',
    input: z.strictObject({ readAt: At }),
    reply: Done,
  }),
  isThreadMuted: read('notices', 'is-thread-muted', {
    summary: 'Whether you hear of a thread only when you are mentioned.',
    caller: 'person',
    input: Thread,
    reply: z.object({ isMuted: z.boolean() }),
  }),
  muteThread: write('notices', 'mute-thread', {
    summary: 'From now on you hear of a thread only when you are mentioned.',
    caller: 'person',
    input: Thread,
    reply: Done,
  }),
  unmuteThread: write('notices', 'unmute-thread', {
    summary: 'Lets you hear of a thread again.',
    caller: 'person',
    input: Thread,
    reply: Done,
  }),
}
