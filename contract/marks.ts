// What one marks in the spaces: how far one has seen, what one saved, and what keepers pin.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, Done, PostId, SaidId, SpaceId } from './ref.ts'
import { Body, PostCard, Saved } from './said.ts'

export const marks = {
  getNews: read('spaces', 'get-news', {
    summary: 'Whether anything new waits in your home.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ hasNew: z.boolean(), hasAnnouncement: z.boolean() }),
  }),
  markSeen: write('spaces', 'mark-seen', {
    summary: 'Notes until when you have seen a thread; an earlier time than the one noted changes nothing.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, at: At }),
    reply: Done,
  }),
  markAllSeen: write('spaces', 'mark-all-seen', {
    summary: 'Notes that you are caught up, with one space or with everything.',
    caller: 'person',
    input: z.strictObject({
      spaceId: SpaceId.optional(),
      at: At.optional().describe('Until when; now, unless an earlier time is given.'),
    }),
    reply: z.object({ seenAt: At }),
  }),
  takeBackAllSeen: write('spaces', 'take-back-all-seen', {
    summary: 'Takes back that you are caught up, as far as nothing was noted since.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId.optional(), seenAt: At }),
    reply: Done,
  }),
  pinPost: write('spaces', 'pin-post', {
    summary: 'Keeps a post on top of the space you keep; ten at the most.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  unpinPost: write('spaces', 'unpin-post', {
    summary: 'Lets a post go from the top of its space.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  listPinned: read('spaces', 'list-pinned', {
    summary: 'What is pinned on top of a space, what was pinned last first.',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId }),
    reply: pageOf(PostCard),
  }),
  saveWords: write('spaces', 'save-words', {
    summary: 'Saves something said, for yourself alone, with a note if you like.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, note: Body.optional() }),
    reply: Done,
  }),
  unsaveWords: write('spaces', 'unsave-words', {
    summary: 'Takes something off what you saved.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId }),
    reply: Done,
  }),
  listSaved: read('spaces', 'list-saved', {
    summary: 'What you saved, newest first, as far as you may still see it. Yours alone.',
    caller: 'person',
    input: z.strictObject({ ...paged }),
    reply: pageOf(Saved),
  }),
}
