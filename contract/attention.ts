// Attention: minutes a week, by when those who ask may expect an answer, and how fast somebody really reads.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { At, PersonRef, PostId, ReplyId, SaidId } from './ref.ts'

/** Minutes a week; null is no limit. */
const MinutesAWeek = z
  .number()
  .int()
  .min(5, 'A week has at least {minimum} minutes for your brief, or no limit.')
  .max(600, 'A week has at most {maximum} minutes for your brief, or no limit.')
  .nullable()

/** How the minutes of this week stand, for whoever set themselves so many. */
export const Attention = z.object({
  minutes: z.number().int(),
  secondsSpent: z.number().int(),
  isSpent: z.boolean(),
  /** The next sitting that has minutes: of this week, or of the next one. */
  goesOnAt: At,
})
export type Attention = z.output<typeof Attention>

/** That an answer was promised for a day, to be kept by the end of it where the one who was asked lives. */
export const KeptPromise = z.object({
  saidId: SaidId,
  postId: PostId,
  replyId: ReplyId.nullable(),
  asker: PersonRef,
  /** The subject, else the opening words. */
  line: z.string(),
  askedAt: At,
  day: z.iso.date(),
  answeredAt: At.nullable(),
  wasKept: z.boolean(),
})
export type KeptPromise = z.output<typeof KeptPromise>

const LearnedPace = z.object({
  wordsPerMinute: z.number().int(),
  readingCount: z.number().int(),
})

export const PaceChoice = z.enum(['learned', 'own'])
export type PaceChoice = z.output<typeof PaceChoice>

export const AttentionOverview = z.object({
  /** Null is no limit. */
  attention: Attention.nullable(),
  promises: z.object({
    days: z.number().int(),
    /** Of those whose day is over, or that were answered before it was. */
    keptCount: z.number().int(),
    count: z.number().int(),
    items: z.array(KeptPromise),
  }),
  pace: z.object({
    choice: PaceChoice,
    /** The one in use. */
    wordsPerMinute: z.number().int(),
    /** Null as long as too little was read. */
    learned: LearnedPace.nullable(),
    byLanguage: z.array(LearnedPace.extend({ language: z.string() })),
    readingsNeeded: z.number().int(),
  }),
})
export type AttentionOverview = z.output<typeof AttentionOverview>

/** By which day somebody who was asked in a thread can be expected to have answered. */
export const AnswersBy = z.object({
  saidId: SaidId,
  person: PersonRef,
  day: z.iso.date(),
  isOver: z.boolean(),
})
export type AnswersBy = z.output<typeof AnswersBy>

/** Where an answer may be found meanwhile: for whoever asked, of what they may read. */
export const Elsewhere = z.object({
  threads: z.array(z.object({ postId: PostId, line: z.string(), replyCount: z.number().int() })),
  /** Those of the space who were thanked for replies like it, and for how many. */
  people: z.array(z.object({ person: PersonRef, thankedCount: z.number().int() })),
})
export type Elsewhere = z.output<typeof Elsewhere>

export const attention = {
  getAttention: read('brief', 'get-attention', {
    summary:
      'Your minutes a week, what was promised for you and kept, and the pace at which you read. Yours alone.',
    caller: 'person',
    input: z.strictObject({}),
    reply: AttentionOverview,
  }),
  saveAttention: write('brief', 'save-attention', {
    summary:
      'Sets your minutes a week, or none, and whether your brief goes by the pace learned from your readings.',
    caller: 'person',
    input: z.strictObject({ minutes: MinutesAWeek.optional(), pace: PaceChoice.optional() }),
    reply: AttentionOverview,
  }),
  listAnswersBy: read('brief', 'list-answers-by', {
    summary:
      'By which day those who were asked in a thread can be expected to answer, where they have a budget.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: z.object({ items: z.array(AnswersBy), elsewhere: Elsewhere.nullable() }),
  }),
}
