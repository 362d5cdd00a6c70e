// Who prepares whose brief, and all that they do there: in the open, named, and logged for both.
import { z } from 'zod'
import { Brief, CardKind, Minutes } from './brief.ts'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { LeftOut, Prepared } from './prepared.ts'
import { At, BriefId, PersonId, PersonRef, PostId, ReplyId, SaidId } from './ref.ts'
import { Body, CardWords } from './said.ts'

const ORDERED_MAX = 30

export const Delegates = z.object({
  /** Who prepares your brief. */
  yours: z.array(z.object({ person: PersonRef, since: At })),
  /** Whose brief you prepare. */
  theirs: z.array(z.object({ person: PersonRef, since: At })),
})
export type Delegates = z.output<typeof Delegates>

/** What a delegate prepares of a card; each part has words, except a pin. */
export const Part = z.enum(['pin', 'view', 'draft', 'leave-out'])
export type Part = z.output<typeof Part>

/** A card of somebody's coming brief, as whoever prepares it sees it: no reasons, and nothing of what the reader read. */
export const CardToPrepare = z.object({
  saidId: SaidId,
  kind: CardKind,
  words: CardWords,
  /** About how long it takes, at the pace of most readers. */
  seconds: z.number().int(),
  prepared: Prepared.nullable(),
  /** Whether it is in the brief as it stands; what does not fit its minutes is not. */
  hasRoom: z.boolean(),
  /** The reader brought it back after it had been left out; it stays. */
  isRestored: z.boolean(),
})
export type CardToPrepare = z.output<typeof CardToPrepare>

export const Preparation = z.object({
  for: PersonRef,
  minutes: Minutes,
  cards: z.array(CardToPrepare),
  /** Cards from places that you cannot see. */
  hiddenCount: z.number().int(),
  /** Voices that the reader has not heard: a share of the minutes that nobody prepares. */
  unheardCount: z.number().int(),
  leftOut: z.array(LeftOut.extend({ words: CardWords })),
})
export type Preparation = z.output<typeof Preparation>

export const DelegateActKind = z.enum([
  'named',
  'ended',
  'pinned',
  'unpinned',
  'ordered',
  'viewed',
  'view-taken-back',
  'drafted',
  'draft-taken-back',
  'left-out',
  'put-back',
  'restored',
])
export type DelegateActKind = z.output<typeof DelegateActKind>

export const DelegateAct = z.object({
  id: z.uuid(),
  at: At,
  /** Whose brief it was done in. */
  executive: PersonRef,
  by: PersonRef,
  kind: DelegateActKind,
  /** Who was named, or is a delegate no more. */
  delegate: PersonRef.nullable(),
  /** The card, as far as you may see it. */
  card: z.object({ postId: PostId, replyId: ReplyId.nullable(), line: z.string() }).nullable(),
  /** The view, the draft or the reason as it was written. */
  note: z.string().nullable(),
})
export type DelegateAct = z.output<typeof DelegateAct>

/** Somebody who spoke in a thread and was not brought to the reader. */
const Speaker = z.object({
  person: PersonRef,
  /** Steps in the reporting tree from you; null where nobody knows. */
  distance: z.number().int().nullable(),
  /** The newest they said there. */
  replyId: ReplyId.nullable(),
  at: At,
  opening: z.string(),
  saidCount: z.number().int(),
})

export const Around = z.object({
  original: CardWords,
  /** What of the thread stood in your brief, with what was prepared of it. */
  brought: z.array(z.object({ words: CardWords, prepared: Prepared.nullable() })),
  /** Who spoke there and was not brought to you, the newest first. */
  others: z.array(Speaker),
  otherCount: z.number().int(),
  byDistance: z.array(z.object({ distance: z.number().int().nullable(), people: z.number().int() })),
  byUnit: z.array(z.object({ unit: z.string().nullable(), people: z.number().int() })),
})
export type Around = z.output<typeof Around>

export const delegates = {
  listDelegates: read('brief', 'list-delegates', {
    summary: 'Who prepares your brief, and whose brief you prepare.',
    caller: 'person',
    input: z.strictObject({}),
    reply: Delegates,
  }),
  nameDelegate: write('brief', 'name-delegate', {
    summary: 'Lets somebody prepare your brief from now on.',
    caller: 'member',
    input: z.strictObject({ personId: PersonId }),
    reply: Delegates,
  }),
  endDelegation: write('brief', 'end-delegation', {
    summary: 'Ends at once that somebody prepares your brief; what they prepared goes from what is coming.',
    caller: 'person',
    input: z.strictObject({ personId: PersonId }),
    reply: Delegates,
  }),
  getPreparation: read('brief', 'get-preparation', {
    summary:
      'The coming brief of somebody whose brief you prepare, as far as you may see its words yourself.',
    caller: 'member',
    input: z.strictObject({ personId: PersonId }),
    reply: Preparation,
  }),
  prepareCard: write('brief', 'prepare-card', {
    summary:
      'Pins something for somebody’s brief, adds your view or a draft, or leaves it out with a reason.',
    caller: 'member',
    input: z.strictObject({ personId: PersonId, saidId: SaidId, part: Part, body: Body.optional() }),
    reply: Preparation,
  }),
  takeBackPart: write('brief', 'take-back-part', {
    summary: 'Takes back a part of what was prepared of a card.',
    caller: 'member',
    input: z.strictObject({ personId: PersonId, saidId: SaidId, part: Part }),
    reply: Preparation,
  }),
  orderCards: write('brief', 'order-cards', {
    summary: 'Puts cards of somebody’s brief in an order; those that you cannot see keep their places.',
    caller: 'member',
    input: z.strictObject({ personId: PersonId, saidIds: z.array(SaidId).min(1).max(ORDERED_MAX) }),
    reply: Preparation,
  }),
  bringBack: write('brief', 'bring-back', {
    summary: 'Brings back into your brief what was left out of it.',
    caller: 'person',
    input: z.strictObject({ briefId: BriefId, cardKey: z.string().min(1).max(200) }),
    reply: Brief,
  }),
  listDelegateActs: read('brief', 'list-delegate-acts', {
    summary: 'All that was done in your brief by others, and by you in theirs; the newest first.',
    caller: 'person',
    input: z.strictObject({ ...paged }),
    reply: pageOf(DelegateAct),
  }),
  seeAround: read('brief', 'see-around', {
    summary: 'A thread of your brief with those who spoke there and were not brought to you.',
    caller: 'person',
    input: z.strictObject({ postId: PostId }),
    reply: Around,
  }),
}
