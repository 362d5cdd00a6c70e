// What a brief keeps of each card: why and how long, never the words, which are read anew at every showing.
import { z } from 'zod'
import { CardAction, CardKind, WorthTerm } from '#contract/brief'
import { PersonId, PostId, ReplyId, SaidId } from '#contract/ref'

/** What came of the reader's own words by the time the brief was built. */
const KeptCame = z.object({
  people: z.number(),
  agree: z.number(),
  thank: z.number(),
  curious: z.number(),
  concerned: z.number(),
  wasQuestion: z.boolean(),
  /** When they were said. */
  saidAt: z.string(),
})
export type KeptCame = z.output<typeof KeptCame>

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
  came: KeptCame.optional(),
  /** The day on which an answer was to be looked at again, so that finding it still true can be taken back. */
  reviewOn: z.string().optional(),
  /** Where on the page it goes on. */
  way: z.object({ address: z.string(), label: z.string() }).optional(),
})
export type PlannedCard = z.output<typeof PlannedCard>

/** A card that is not in the plan: a delegate removed it with a reason, or what they pinned left no room for it. */
const LeftOutCard = z.object({
  card: PlannedCard,
  byId: PersonId.nullable(),
  reason: z.string().nullable(),
})

/** The draw of unheard voices, so that it can be repeated: its seed, and how each of the cards came out of it. */
const PlannedDraw = z.object({
  seed: z.string(),
  cards: z.array(
    z.object({
      key: z.string(),
      stratum: z.object({ unit: z.string(), site: z.string(), level: z.string(), distance: z.string() }),
      weight: z.number(),
      drawnFrom: z.number(),
      silentDays: z.number(),
    }),
  ),
})
export type PlannedDraw = z.output<typeof PlannedDraw>

export const Plan = z.object({
  cards: z.array(PlannedCard),
  /** Plans of before there were draws have none. */
  draw: PlannedDraw.optional(),
  leftOut: z.array(LeftOutCard).default([]),
  candidateCount: z.number(),
  secondsPlanned: z.number(),
  secondsUnheard: z.number(),
})
export type Plan = z.output<typeof Plan>
