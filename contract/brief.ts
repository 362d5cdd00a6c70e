// The brief: a session with a budget of minutes, made of cards.
import { z } from 'zod'
import { Attention } from './attention.ts'
import { read, write } from './endpoint.ts'
import { LeftOut, Prepared } from './prepared.ts'
import { At, BriefId, Done, PersonId, PersonRef } from './ref.ts'
import { Body, CardWords } from './said.ts'

export const Minutes = z.union([z.literal(3), z.literal(5), z.literal(10), z.literal(15)])
export type Minutes = z.output<typeof Minutes>
const MinutesInQuery = z.coerce.number().pipe(Minutes)

export const CardKind = z.enum(['needs-you', 'steer', 'unheard', 'reactions', 'recognise', 'reflect'])
export type CardKind = z.output<typeof CardKind>

/** What one can do with a card. `read` means: seen, nothing more to do. */
export const CardAction = z.enum([
  'answer',
  'ask-more',
  'route',
  'thank',
  'save',
  'later',
  'not-for-me',
  'still-true',
  'reflect',
  'read',
])
export type CardAction = z.output<typeof CardAction>

/** One reason why the card is here, with what it weighed. Points add up to the card's worth. */
export const WorthTerm = z.object({ feature: z.string(), sentence: z.string(), points: z.number() })
export type WorthTerm = z.output<typeof WorthTerm>

export const Card = z.object({
  key: z.string(),
  kind: CardKind,
  /** The strip on top: "A voice you have not heard". */
  headline: z.string(),
  /** A line for the list of what comes next. */
  line: z.string(),
  /** Why you, why now: short sentences made of facts. */
  facts: z.array(z.string()),
  terms: z.array(WorthTerm),
  seconds: z.number().int(),
  /** What somebody said; null for a prompt to reflect on. */
  words: CardWords.nullable(),
  prompt: z.string().nullable(),
  /** Where on the page it goes on, beside its thread. */
  way: z.object({ address: z.string(), label: z.string() }).nullable(),
  actions: z.array(CardAction),
  /** What was done with it, or null while it waits. */
  done: CardAction.nullable(),
  /** What delegates prepared of it; null where nobody touched it. */
  prepared: Prepared.nullable(),
})
export type Card = z.output<typeof Card>

export const Brief = z.object({
  /** Null for a preview, in which nothing can be done. */
  id: BriefId.nullable(),
  for: PersonRef,
  minutes: Minutes,
  builtAt: At,
  secondsBudget: z.number().int(),
  secondsPlanned: z.number().int(),
  /** The part of the plan that goes to unheard voices. */
  secondsUnheard: z.number().int(),
  cards: z.array(Card),
  /** What delegates removed, and what was left without room by what they pinned. */
  leftOut: z.array(LeftOut),
  /** How many candidates were weighed, so that one knows what was left out. */
  candidateCount: z.number().int(),
  nextAt: At,
  /** How the minutes of this week stand; null without a limit. */
  attention: Attention.nullable(),
})
export type Brief = z.output<typeof Brief>

export const BriefChannel = z.enum(['web', 'mail', 'push'])
export type BriefChannel = z.output<typeof BriefChannel>

export const BriefSettings = z.object({
  minutes: Minutes,
  /** 1 is Monday. */
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  /** Local time, such as 07:30. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  wordsPerMinute: z.number().int().min(150).max(350),
  /** How it reaches you at that time: not at all until you come, as a letter, or as a push that says it is ready. */
  channel: BriefChannel,
  /** Whether you agreed that the weeks in which you took part are counted, among those of at least five. */
  isCounted: z.boolean(),
})
export type BriefSettings = z.output<typeof BriefSettings>

export const Weight = z.object({
  feature: z.string(),
  sentence: z.string(),
  weight: z.number(),
  default: z.number(),
})
export type Weight = z.output<typeof Weight>

export const brief = {
  openBrief: write('brief', 'open-brief', {
    summary:
      'Opens your brief: the one of this sitting, or a new one. `again` builds a new one from what is there now.',
    caller: 'person',
    input: z.strictObject({ minutes: Minutes.optional(), again: z.boolean().default(false) }),
    reply: Brief,
  }),
  getBrief: read('brief', 'get-brief', {
    summary: 'A brief of yours, with what was done.',
    caller: 'person',
    input: z.strictObject({ id: BriefId }),
    reply: Brief,
  }),
  previewBrief: read('brief', 'preview-brief', {
    summary: 'The brief as it would be built now; nothing is kept.',
    caller: 'person',
    input: z.strictObject({ minutes: MinutesInQuery.default(10) }),
    reply: Brief,
  }),
  finishCard: write('brief', 'finish-card', {
    summary:
      'Does one thing with a card: answer, ask for more, route, thank, save, later, not for me, still true, reflect, read.',
    caller: 'person',
    input: z.strictObject({
      briefId: BriefId,
      cardKey: z.string().min(1).max(200),
      action: CardAction,
      /** The words of an answer, a question back, a routing note or a reflection. */
      body: Body.optional(),
      /** To whom a card is routed. */
      personId: PersonId.optional(),
      /** Whose draft an answer goes back to, edited or not; the reply says so for ever. */
      draftedById: PersonId.optional(),
      /** How long the card was open. */
      seconds: z.number().min(0).max(3600).optional(),
    }),
    reply: Brief,
  }),
  reopenCard: write('brief', 'reopen-card', {
    summary: 'Takes back what was done with a card: a reply is deleted, a reaction taken back.',
    caller: 'person',
    input: z.strictObject({ briefId: BriefId, cardKey: z.string().min(1).max(200) }),
    reply: Brief,
  }),
  getSettings: read('brief', 'get-settings', {
    summary: 'When and how long your brief is, and what its choices weigh.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ settings: BriefSettings, weights: z.array(Weight) }),
  }),
  saveSettings: write('brief', 'save-settings', {
    summary: 'Sets the minutes, days, time and channel of your brief.',
    caller: 'person',
    input: z.strictObject({ settings: BriefSettings.partial() }),
    reply: z.object({ settings: BriefSettings, weights: z.array(Weight) }),
  }),
  resetWeights: write('brief', 'reset-weights', {
    summary: 'Forgets what your brief has learned from you.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ settings: BriefSettings, weights: z.array(Weight) }),
  }),
  listReflections: read('brief', 'list-reflections', {
    summary: 'What you reflected on, newest first, for the notebook to come. Yours alone.',
    caller: 'person',
    input: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(20) }),
    reply: z.object({
      items: z.array(z.object({ id: z.uuid(), at: At, prompt: z.string().nullable(), body: z.string() })),
    }),
  }),
  forgetReflection: write('brief', 'forget-reflection', {
    summary: 'Removes something you reflected on.',
    caller: 'person',
    input: z.strictObject({ id: z.uuid() }),
    reply: Done,
  }),
}
