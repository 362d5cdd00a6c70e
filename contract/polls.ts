// Polls: a part of a post. How many chose what is told; who chose what is told to nobody but themselves.
import { z } from 'zod'
import { write } from './endpoint.ts'
import { line } from './plain-text.ts'
import { At, PostId } from './ref.ts'

const OPTIONS_MIN = 2
const OPTIONS_MAX = 10
const OPTION_CHARACTERS_MAX = 120
const QUESTION_CHARACTERS_MAX = 300

/** Whether one sees the counts once one voted, or everybody once the poll is closed. */
export const PollShows = z.enum(['after-vote', 'at-close'])
export type PollShows = z.output<typeof PollShows>

export const GivenPoll = z.strictObject({
  /** Left out where the post asks the question itself. */
  question: line(z.string().trim().max(QUESTION_CHARACTERS_MAX)).optional(),
  options: z
    .array(line(z.string().trim().min(1, 'Every option needs words.').max(OPTION_CHARACTERS_MAX)))
    .min(OPTIONS_MIN, 'A poll needs two options at least.')
    .max(OPTIONS_MAX, 'A poll has {maximum} options at most.')
    .refine((options) => new Set(options).size === options.length, 'An option is given twice.'),
  takesSeveral: z.boolean().default(false),
  shows: PollShows.default('after-vote'),
  /** Left out where the author closes it. */
  closesAt: At.optional(),
})
export type GivenPoll = z.output<typeof GivenPoll>

export const Poll = z
  .object({
    question: z.string().nullable(),
    options: z.array(z.string()),
    takesSeveral: z.boolean(),
    shows: PollShows,
    closesAt: At.nullable(),
    isClosed: z.boolean(),
    /** How many people voted. */
    answered: z.number().int(),
    /** The numbers of the options that you chose, from 0. */
    yours: z.array(z.number().int()),
    /** How many chose each option, in their order; null as long as you may not see that. */
    counts: z.array(z.number().int()).nullable(),
    may: z.object({ vote: z.boolean(), close: z.boolean(), change: z.boolean() }),
  })
  .meta({ id: 'Poll' })
export type Poll = z.output<typeof Poll>

/** What a list shows of a poll. */
export const PollGlimpse = z.object({
  closesAt: At.nullable(),
  isClosed: z.boolean(),
  answered: z.number().int(),
})
export type PollGlimpse = z.output<typeof PollGlimpse>

export const polls = {
  vote: write('spaces', 'vote', {
    summary: 'Votes in a poll, or votes otherwise. Others see how many chose what, never who.',
    caller: 'person',
    input: z.strictObject({
      postId: PostId,
      choices: z
        .array(
          z
            .int()
            .min(0)
            .max(OPTIONS_MAX - 1),
        )
        .min(1, 'Choose an option first.')
        .max(OPTIONS_MAX)
        .refine((choices) => new Set(choices).size === choices.length, 'An option is chosen twice.'),
    }),
    reply: Poll,
  }),
  takeBackVote: write('spaces', 'take-back-vote', {
    summary: 'Takes your vote back, as long as the poll is open.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Poll,
  }),
  closePoll: write('spaces', 'close-poll', {
    summary: 'Closes a poll of yours before its time. It cannot be opened again.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Poll,
  }),
  changePoll: write('spaces', 'change-poll', {
    summary: 'Changes a poll of yours, as long as nobody voted.',
    caller: 'person',
    input: z.strictObject({ postId: PostId, poll: GivenPoll }),
    reply: Poll,
  }),
}
