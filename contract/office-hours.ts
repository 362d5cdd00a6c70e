// Office hours: a slot, a queue of questions with votes, and the most wanted answered first, to be found for ever.
import { z } from 'zod'
import { download, read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { line, paragraphs } from './plain-text.ts'
import { At, Done, HoursId, PersonId, PersonRef, PostId, ReplyId, SpaceId, SpaceRef } from './ref.ts'
import { Body, Title } from './said.ts'

/** What one slot takes, as the page tells it too. */
export const HOURS_LIMITS = { openQuestionsOfPerson: 5, questionsInQueue: 200 } as const

export const HoursState = z.enum(['coming', 'on', 'over', 'cancelled'])
export type HoursState = z.output<typeof HoursState>

export const HoursCard = z.object({
  id: HoursId,
  host: PersonRef,
  /** Who offered it for the host; null where they did so themselves. */
  offeredBy: PersonRef.nullable(),
  space: SpaceRef,
  theme: z.string(),
  /** From when on questions are taken, until the end. */
  opensAt: At,
  beginsAt: At,
  endsAt: At,
  state: HoursState,
  takesQuestions: z.boolean(),
  counts: z.object({
    waiting: z.number().int(),
    answered: z.number().int(),
    setAside: z.number().int(),
  }),
})
export type HoursCard = z.output<typeof HoursCard>

/** One question of a slot. Who voted is told to nobody. */
export const HoursQuestion = z.object({
  postId: PostId,
  author: PersonRef,
  title: z.string().nullable(),
  /** Its first words, in Markdown; the rest stands in its thread. */
  opening: z.string(),
  at: At,
  votes: z.number().int(),
  youVoted: z.boolean(),
  isYours: z.boolean(),
  standing: z.enum(['waiting', 'answered', 'set-aside']),
  /** The host left it for later, so that it waits behind the others. */
  isSkipped: z.boolean(),
  answerId: ReplyId.nullable(),
  /** The reason is there for its asker, and for those who lead the slot. */
  setAside: z.object({ by: PersonRef.nullable(), reason: z.string().nullable() }).nullable(),
})
export type HoursQuestion = z.output<typeof HoursQuestion>

export const OfficeHours = HoursCard.extend({
  /** The question that the host answers now. */
  calledId: PostId.nullable(),
  /** The most wanted first, then the answered, then those set aside. */
  questions: z.array(HoursQuestion),
  may: z.object({
    ask: z.boolean(),
    vote: z.boolean(),
    /** To answer as the host. */
    answer: z.boolean(),
    /** To call up, skip, set aside: for the host and whoever prepares for them. */
    lead: z.boolean(),
    move: z.boolean(),
    cancel: z.boolean(),
    end: z.boolean(),
  }),
})
export type OfficeHours = z.output<typeof OfficeHours>

const times = {
  theme: line(z.string().trim().min(3, 'Say in a few words what it is about.').max(200)),
  beginsAt: At,
  endsAt: At,
  /** Left out, questions are taken from now on. */
  opensAt: At.optional(),
}
const reason = paragraphs(
  z.string().trim().min(3, 'Give the reason in a few words: whoever asked will read it.').max(500),
)

export const officeHours = {
  listOfficeHours: read('answers', 'list-office-hours', {
    summary: 'Office hours in the spaces you read: those ahead and on now, the next first; or those over.',
    caller: 'person',
    input: z.strictObject({
      which: z.enum(['ahead', 'past']).default('ahead'),
      /** Of this host alone. */
      hostId: PersonId.optional(),
      ...paged,
    }),
    reply: pageOf(HoursCard),
  }),
  getOfficeHours: read('answers', 'get-office-hours', {
    summary: 'Office hours with their questions, the most wanted first.',
    caller: 'person',
    input: z.strictObject({ hoursId: HoursId }),
    reply: OfficeHours,
  }),
  listHosts: read('answers', 'list-hosts', {
    summary: 'For whom you may offer office hours: yourself, and executives for whom you prepare.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(PersonRef) }),
  }),
  offerOfficeHours: write('answers', 'offer-office-hours', {
    summary: 'Offers office hours in a space, yourself or for somebody for whom you prepare.',
    caller: 'member',
    input: z.strictObject({ hostId: PersonId, spaceId: SpaceId, ...times }),
    reply: HoursCard,
  }),
  moveOfficeHours: write('answers', 'move-office-hours', {
    summary: 'Changes theme and times. Those who queued a question are told of other times.',
    caller: 'member',
    input: z.strictObject({ hoursId: HoursId, ...times }),
    reply: HoursCard,
  }),
  cancelOfficeHours: write('answers', 'cancel-office-hours', {
    summary: 'Cancels office hours. The questions stay, and those who queued them are told.',
    caller: 'member',
    input: z.strictObject({ hoursId: HoursId }),
    reply: HoursCard,
  }),
  endOfficeHours: write('answers', 'end-office-hours', {
    summary: 'Ends office hours that are on before their time.',
    caller: 'member',
    input: z.strictObject({ hoursId: HoursId }),
    reply: HoursCard,
  }),
  askInHours: write('answers', 'ask-in-hours', {
    summary: 'Asks a question of the host: a post in the space of the slot, in its queue.',
    limit: 'words',
    caller: 'person',
    input: z.strictObject({ hoursId: HoursId, title: Title.optional(), body: Body }),
    reply: z.object({ postId: PostId }),
  }),
  voteInHours: write('answers', 'vote-in-hours', {
    summary: 'Says that you want a queued question answered. Once counts, and nobody sees who.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  takeBackHoursVote: write('answers', 'take-back-hours-vote', {
    summary: 'Takes back your vote for a queued question.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  callUpQuestion: write('answers', 'call-up-question', {
    summary: 'Puts a question on top for everybody who looks: it is answered now.',
    caller: 'member',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  answerInHours: write('answers', 'answer-in-hours', {
    summary: 'Answers a queued question as the host: an ordinary reply, accepted as the answer.',
    limit: 'words',
    caller: 'member',
    input: z.strictObject({ postId: PostId, body: Body }),
    reply: z.object({ replyId: ReplyId }),
  }),
  skipQuestion: write('answers', 'skip-question', {
    summary: 'Leaves a question for later: it waits behind the others.',
    caller: 'member',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  setAsideQuestion: write('answers', 'set-aside-question', {
    summary: 'Sets a question aside with a reason, which its asker gets and no other reader.',
    caller: 'member',
    input: z.strictObject({ postId: PostId, reason }),
    reply: Done,
  }),
  takeBackSetAside: write('answers', 'take-back-set-aside', {
    summary: 'Puts a question back into the queue that was set aside.',
    caller: 'member',
    input: z.strictObject({ postId: PostId }),
    reply: Done,
  }),
  getHoursFile: download('answers', 'get-hours-file', {
    summary: 'Office hours as a calendar file (RFC 5545). A cancelled slot says so.',
    path: '/api/answers/{hoursId}/office-hours.ics',
    caller: 'person',
    input: z.strictObject({ hoursId: HoursId }),
    reply: z.void(),
  }),
}
