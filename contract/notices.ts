// Notices: that a thread has something for you. Seen by you alone.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { NoticeSettings, NoticeSettingsReply } from './notice-settings.ts'
import { paged, pageOf } from './paging.ts'
import { At, Done, PersonId, PersonRef, PostId, ReplyId, SaidId, SpaceId, SpaceRef } from './ref.ts'

export type { NoticeSettings, NoticeSettingsReply } from './notice-settings.ts'

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

/** A space or a person, of which notices tell less. */
const Source = z.union([
  z.strictObject({ what: z.literal('space'), spaceId: SpaceId }),
  z.strictObject({ what: z.literal('person'), personId: PersonId }),
])

/** Whom a thread waits for, as far as its authors said so. */
export const Deadline = z.object({ saidId: SaidId, author: PersonRef, dueAt: At })
export type Deadline = z.output<typeof Deadline>

const PUSH_ENDPOINT_CHARACTERS_MAX = 1000
const PUSH_KEY_CHARACTERS_MAX = 200
const PushKey = z
  .string()
  .max(PUSH_KEY_CHARACTERS_MAX)
  .regex(/^[\w-]+=*$/, 'A key is in base64url.')

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
      /** The zone that counts because a device said so, or empty where none has; null where the profile's counts. */
      deviceZone: z.string().nullable(),
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
    summary:
      'Whether you hear of a thread only when you are mentioned, and what in it needs an answer by when.',
    caller: 'person',
    input: Thread,
    reply: z.object({ isMuted: z.boolean(), deadlines: z.array(Deadline) }),
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
  getSettings: read('notices', 'get-settings', {
    summary: 'How notices reach you outside the page, and what would come next.',
    caller: 'person',
    input: z.strictObject({}),
    reply: NoticeSettingsReply,
  }),
  saveSettings: write('notices', 'save-settings', {
    summary: 'Sets some of how notices reach you outside the page.',
    caller: 'person',
    input: z.strictObject({ settings: NoticeSettings.partial() }),
    reply: NoticeSettingsReply,
  }),
  noteZone: write('notices', 'note-zone', {
    summary:
      'Says in which zone your device is; it counts while you travel, or where your profile names none.',
    caller: 'person',
    input: z.strictObject({ timeZone: z.string().min(1).max(60) }),
    reply: Done,
  }),
  muteSource: write('notices', 'mute-source', {
    summary: 'From now on you hear of a space only when you are mentioned, and of a person nothing.',
    caller: 'person',
    input: Source,
    reply: NoticeSettingsReply,
  }),
  unmuteSource: write('notices', 'unmute-source', {
    summary: 'Lets you hear of a space or a person again.',
    caller: 'person',
    input: Source,
    reply: NoticeSettingsReply,
  }),
  tellEveryPost: write('notices', 'tell-every-post', {
    summary: 'Whether you are told of every post in a space.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId, isWanted: z.boolean() }),
    reply: NoticeSettingsReply,
  }),
  letInterrupt: write('notices', 'let-interrupt', {
    summary: 'Lets somebody reach you in quiet hours with a deadline within four hours, or no longer.',
    caller: 'person',
    input: z.strictObject({ personId: PersonId, isAllowed: z.boolean() }),
    reply: NoticeSettingsReply,
  }),
  markDeadline: write('notices', 'mark-deadline', {
    summary:
      'Says that something of yours needs an answer by a time, at most four hours ahead; null takes it back.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, dueAt: At.nullable() }),
    reply: Done,
  }),
  getPushKey: read('notices', 'get-push-key', {
    summary: 'What a browser asks for before it takes pushes from here.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ key: z.string() }),
  }),
  subscribePush: write('notices', 'subscribe-push', {
    summary: 'Sends pushes for you to this browser.',
    caller: 'person',
    input: z.strictObject({
      endpoint: z.url().max(PUSH_ENDPOINT_CHARACTERS_MAX),
      p256dh: PushKey,
      auth: PushKey,
    }),
    reply: NoticeSettingsReply,
  }),
  unsubscribePush: write('notices', 'unsubscribe-push', {
    summary: 'Sends no more pushes to this browser.',
    caller: 'person',
    input: z.strictObject({ endpoint: z.url().max(PUSH_ENDPOINT_CHARACTERS_MAX) }),
    reply: NoticeSettingsReply,
  }),
}
