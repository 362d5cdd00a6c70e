// The scale ledger: how many were served by answers that were given once, and what that spared.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { PostId } from './ref.ts'

/** What the minutes are reckoned with. */
export const ScaleAssumptions = z.strictObject({
  /** What answering a question once more would take, in minutes. */
  minutesPerAnswer: z.number().min(0).max(480),
  /** What writing an answer down took, in minutes. */
  writingMinutes: z.number().min(0).max(480),
  /** What somebody spares who finds an answer instead of asking, in minutes. */
  askerMinutes: z.number().min(0).max(480),
  /** What counts of those who opened an answer and asked nothing afterwards: 0 nothing, 1 all of them. */
  unconfirmedWeight: z.number().min(0).max(1),
})
export type ScaleAssumptions = z.output<typeof ScaleAssumptions>

export const ScaleOf = z.enum(['own', 'network'])
export type ScaleOf = z.output<typeof ScaleOf>

const ScaleRow = z.object({
  postId: PostId,
  line: z.string(),
  /** When it was answered; null where no answer stands. */
  day: z.iso.date().nullable(),
  count: z.number().int(),
})
export type ScaleRow = z.output<typeof ScaleRow>

/** A figure and the rows whose sum it is. */
const ScaleFigure = z.object({
  /** Null where they are fewer than five people, which is not told. */
  count: z.number().int().nullable(),
  rows: z.array(ScaleRow),
  /** The questions that have no row of their own, as too few people stand behind each or there are too many. */
  rest: z.object({ questionCount: z.number().int(), count: z.number().int() }).nullable(),
})
export type ScaleFigure = z.output<typeof ScaleFigure>

/** From the least to the most that it may be, in minutes; never one figure. */
const MinutesBetween = z.object({ low: z.number(), high: z.number() })

export const Scale = z.object({
  of: ScaleOf,
  /** Counted from this day on. */
  since: z.iso.date(),
  figures: z.object({
    answers: ScaleFigure,
    askers: ScaleFigure,
    confirmed: ScaleFigure,
    unconfirmed: ScaleFigure,
  }),
  /** Confirmed, and as much of the unconfirmed as they weigh. */
  reuses: z.number().nullable(),
  /** Of those who answer, after what writing took; below nothing where it has not come back yet. */
  minutes: MinutesBetween.nullable(),
  /** Of those who found an answer; never added to the others. */
  askerMinutes: MinutesBetween.nullable(),
  assumptions: ScaleAssumptions,
  defaults: ScaleAssumptions,
  /** How many answers were timed, and how many it takes until their median is the default. */
  measured: z.object({ answerCount: z.number().int(), needed: z.number().int() }).nullable(),
  may: z.object({ assume: z.boolean() }),
})
export type Scale = z.output<typeof Scale>

export const scale = {
  getScale: read('answers', 'get-scale', {
    summary:
      'The ledger of answers in a year: your own, seen by you alone, or the network’s, from its open spaces. Every figure comes with its rows.',
    caller: 'member',
    input: z.strictObject({ of: ScaleOf }),
    reply: Scale,
  }),
  saveScaleAssumptions: write('answers', 'save-scale-assumptions', {
    summary:
      'Sets what the minutes of a ledger are reckoned with; null goes back to what is measured or usual.',
    caller: 'member',
    input: z.strictObject({ of: ScaleOf, assumptions: ScaleAssumptions.nullable() }),
    reply: Scale,
  }),
}
