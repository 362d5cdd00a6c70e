// What a brief keeps of each card: why and how long, never the words, which are read anew at every showing.
import { z } from 'zod'
import { CardAction, CardKind, WorthTerm } from '#contract/brief'
import { PostId, ReplyId, SaidId } from '#contract/ref'

export const PlannedCard = z.object({
  key: z.string(),
  kind: CardKind,
  saidId: SaidId.nullable(),
  postId: PostId.nullable(),
  replyId: ReplyId.nullable(),
  headline: z.string(),
  line: z.string(),
  facts: z.array(z.string()),
  terms: z.array(WorthTerm),
  seconds: z.number(),
  prompt: z.string().nullable(),
  actions: z.array(CardAction),
})
export type PlannedCard = z.output<typeof PlannedCard>

export const Plan = z.object({
  cards: z.array(PlannedCard),
  candidateCount: z.number(),
  secondsPlanned: z.number(),
  secondsUnheard: z.number(),
})
export type Plan = z.output<typeof Plan>
