// Worth your time: a finite list beside the chronological one, of which every item says why it is there.
import { z } from 'zod'
import { WorthTerm } from './brief.ts'
import { read } from './endpoint.ts'
import { At } from './ref.ts'
import { PostCard } from './said.ts'

/** What counts a post for less than its reasons: the factor is from 0 to 1. */
const Fade = z.object({ sentence: z.string(), factor: z.number() })

export const WorthItem = z.object({
  post: PostCard,
  /** How long it takes to read. */
  seconds: z.number().int(),
  /** The sum of the points, times the factors. */
  score: z.number(),
  terms: z.array(WorthTerm),
  fades: z.array(Fade),
})
export type WorthItem = z.output<typeof WorthItem>

export const WorthYourTime = z.object({
  items: z.array(WorthItem),
  /** The minutes of your brief, which this list keeps to as well. */
  minutes: z.number().int(),
  secondsPlanned: z.number().int(),
  /** How many posts were weighed, so that one knows what was left out. */
  candidateCount: z.number().int(),
  /** When it is worth looking again. */
  nextAt: At,
})
export type WorthYourTime = z.output<typeof WorthYourTime>

export const worth = {
  listWorthYourTime: read('brief', 'list-worth-your-time', {
    summary: 'The posts that are most worth your minutes, in order, each with its reasons. Nothing is kept.',
    caller: 'person',
    input: z.strictObject({}),
    reply: WorthYourTime,
  }),
}
