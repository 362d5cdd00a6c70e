// What makes a post, written now or for a time to come; posts that wait for their time are their author's alone.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { File, FileIds } from './files.ts'
import { GivenPoll } from './polls.ts'
import { At, Done, SpaceId, SpaceRef } from './ref.ts'
import { Body, Post, PostKind, Title } from './said.ts'

/** All that is given for a post beside its space. */
export const givenPost = {
  kind: PostKind.default('note'),
  title: Title.optional(),
  body: Body,
  fileIds: FileIds.default([]),
  poll: GivenPoll.optional(),
  /** For executives, stewards and keepers of the space: shown on top until it is seen. */
  isAnnouncement: z.boolean().default(false),
}

const on = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Give a day and a time, such as 2026-03-02T08:00.')
  .describe('Day and time on the clocks of the zone, such as 2026-03-02T08:00.')
const timeZone = z.string().min(1).max(64).describe('An IANA zone, such as Europe/Warsaw.')
const id = z.uuid()

export const Scheduled = z.object({
  id,
  /** Null where the space is gone for you. */
  space: SpaceRef.nullable(),
  kind: PostKind,
  title: z.string().nullable(),
  body: z.string(),
  files: z.array(File),
  poll: GivenPoll.nullable(),
  isAnnouncement: z.boolean(),
  on: z.string(),
  timeZone: z.string(),
  /** When it will be posted; null where it could not be and is kept as a draft. */
  at: At.nullable(),
  /** Why it could not be posted, in a sentence. */
  whyNot: z.string().nullable(),
})
export type Scheduled = z.output<typeof Scheduled>

export const scheduled = {
  schedulePost: write('spaces', 'schedule-post', {
    summary: 'Keeps a post until its time, when it is posted as you, with the rights that you have then.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({ spaceId: SpaceId, ...givenPost, on, timeZone }),
    reply: Scheduled,
  }),
  listScheduled: read('spaces', 'list-scheduled', {
    summary: 'Your posts that wait for their time, the next first. Yours alone.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(Scheduled) }),
  }),
  changeScheduled: write('spaces', 'change-scheduled', {
    summary: 'Changes a post of yours that waits, or its time.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({ id, ...givenPost, on, timeZone }),
    reply: Scheduled,
  }),
  postScheduled: write('spaces', 'post-scheduled', {
    summary: 'Posts what waits now instead.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({ id }),
    reply: Post,
  }),
  deleteScheduled: write('spaces', 'delete-scheduled', {
    summary: 'Deletes a post of yours that waits.',
    caller: 'person',
    input: z.strictObject({ id }),
    reply: Done,
  }),
}
