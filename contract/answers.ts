// Answers: how a question stands, what is its answer, and who waits for it.
import { z } from 'zod'
import { asking } from './asking.ts'
import { read, write } from './endpoint.ts'
import { merging } from './merging.ts'
import { questionDrafts } from './question-drafts.ts'
import { questionLabels } from './question-labels.ts'
import { QUESTION_STATES, QuestionRef } from './question-ref.ts'
import { At, PersonId, PersonRef, PostId, ReplyId } from './ref.ts'
import { routing } from './routing.ts'
import { secrecy } from './secrecy.ts'
import { similar } from './similar.ts'
import { whom } from './whom.ts'

export type { QuestionRef } from './question-ref.ts'

export const QuestionState = z.enum(QUESTION_STATES)
export type QuestionState = z.output<typeof QuestionState>

/** How far the asker of a question is known. */
export const Strength = z.enum(['named', 'confidential', 'anonymous'])
export type Strength = z.output<typeof Strength>

/** How a question stands, for whoever may read it. */
export const QuestionStanding = z.object({
  postId: PostId,
  state: QuestionState,
  strength: Strength,
  answer: z.object({ replyId: ReplyId, author: PersonRef, acceptedBy: PersonRef, acceptedAt: At }).nullable(),
  /** Who answers for the answer; null as long as there is none, and once nobody does. */
  owner: PersonRef.nullable(),
  /** Until the end of this day the answer is believed to hold. */
  reviewOn: z.iso.date().nullable(),
  /** As far as you may read them. */
  supersededBy: QuestionRef.nullable(),
  mergedInto: QuestionRef.nullable(),
  /** Told to the asker alone where nobody else is told who asked. */
  youAsked: z.boolean(),
  /** How many want to know too, its asker not counted. */
  waitingCount: z.number().int(),
  youWait: z.boolean(),
  may: z.object({
    /** Take a reply for the answer, and take that back. */
    accept: z.boolean(),
    /** Say that the answer still holds, until when, and who answers for it. */
    review: z.boolean(),
    /** Lead to another question whose answer holds instead. */
    lead: z.boolean(),
    /** Ask to know too. */
    wait: z.boolean(),
  }),
})
export type QuestionStanding = z.output<typeof QuestionStanding>

export const answers = {
  getQuestion: read('answers', 'get-question', {
    summary: 'How a question stands: its answer, who answers for it and until when, and how many wait.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: QuestionStanding,
  }),
  acceptAnswer: write('answers', 'accept-answer', {
    summary:
      'Takes a reply for the answer, instead of another one that was. Its author answers for it from now on, and looks at it again after 180 days.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, replyId: ReplyId }),
    reply: QuestionStanding,
  }),
  takeBackAcceptance: write('answers', 'take-back-acceptance', {
    summary: 'No reply is the answer any longer: the question is open again.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: QuestionStanding,
  }),
  setReview: write('answers', 'set-review', {
    summary: 'Sets who answers for the answer, and on which day they look at it again.',
    caller: 'person',
    input: z
      .strictObject({
        postId: PostId,
        reviewOn: z.iso.date().optional(),
        ownerId: PersonId.optional(),
      })
      .refine(
        ({ reviewOn, ownerId }) => reviewOn !== undefined || ownerId !== undefined,
        'Give a day, or a person, or both.',
      ),
    reply: QuestionStanding,
  }),
  confirmStillTrue: write('answers', 'confirm-still-true', {
    summary: 'The answer still holds: it is looked at again after 180 days more.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: QuestionStanding,
  }),
  supersede: write('answers', 'supersede', {
    summary: 'Leads from a question to another one whose answer holds instead; with null, no longer.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, byPostId: PostId.nullable() }),
    reply: QuestionStanding,
  }),
  wantToKnow: write('answers', 'want-to-know', {
    summary: 'Waits for the answer too, and hears of what is said in the thread. Once is enough.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: QuestionStanding,
  }),
  stopWaiting: write('answers', 'stop-waiting', {
    summary: 'Waits for the answer no longer.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: QuestionStanding,
  }),
  ...asking,
  ...questionDrafts,
  ...similar,
  ...whom,
  ...merging,
  ...routing,
  ...secrecy,
  ...questionLabels,
}
