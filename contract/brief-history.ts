// What became of briefs: for their reader all of it, for stewards how many executives took part.
import { z } from 'zod'
import { CardAction, CardKind, Minutes } from './brief.ts'
import { read } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, BriefId, PostId, ReplyId } from './ref.ts'

export const PastCard = z.object({
  key: z.string(),
  kind: CardKind,
  headline: z.string(),
  /** The subject, else the opening words, as they are now; null for what is gone or out of your sight. */
  line: z.string().nullable(),
  postId: PostId.nullable(),
  replyId: ReplyId.nullable(),
  seconds: z.number().int(),
  /** What was done with it, here or later; null while it waits. */
  done: CardAction.nullable(),
})
export type PastCard = z.output<typeof PastCard>

export const PastBrief = z.object({
  id: BriefId,
  at: At,
  minutes: Minutes,
  secondsPlanned: z.number().int(),
  /** How long its cards were open. What was done by mail is not measured. */
  secondsSpent: z.number().int(),
  /** By which way it went out, unless it was opened on the page. */
  sentBy: z.enum(['mail', 'push']).nullable(),
  cards: z.array(PastCard),
})
export type PastBrief = z.output<typeof PastBrief>

/** In how many of the last weeks you did something with a brief: of eight, or of as many as there were. */
const WeeksTakenPart = z.object({ takenPart: z.number().int(), of: z.number().int() })
export type WeeksTakenPart = z.output<typeof WeeksTakenPart>

/** Null is hidden: fewer than five people stand behind the figure, or behind its complement. */
export const ParticipationWeek = z.object({
  /** Its Monday. */
  week: z.iso.date(),
  agreed: z.number().int().nullable(),
  tookPart: z.number().int().nullable(),
})
export type ParticipationWeek = z.output<typeof ParticipationWeek>

export const briefHistory = {
  listPastBriefs: read('brief', 'list-past-briefs', {
    summary: 'Your past briefs, the newest first, with what was done and how long it took. Yours alone.',
    caller: 'person',
    input: z.strictObject({ ...paged }),
    reply: pageOf(PastBrief).extend({ weeks: WeeksTakenPart }),
  }),
  getParticipation: read('brief', 'get-participation', {
    summary: 'How many executives took part in each week that is over, of those who agreed to be counted.',
    caller: 'member',
    input: z.strictObject({}),
    reply: z.object({ weeks: z.array(ParticipationWeek) }),
  }),
}
