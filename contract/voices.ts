// Whom you heard: seen by you alone.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { Done, SaidId } from './ref.ts'

/** 28 days, 91 days or 365 days, today included. */
export const HeardPeriod = z.enum(['month', 'quarter', 'year'])
export type HeardPeriod = z.output<typeof HeardPeriod>

/** What people are told apart by: where they stand and what they speak, and nothing else about them. */
export const HeardBy = z.enum(['distance', 'unit', 'site', 'level', 'language'])
export type HeardBy = z.output<typeof HeardBy>

export const HeardCell = z.object({
  /** Stable, such as `two-steps`; a unit or a site is called what it is called. */
  key: z.string(),
  /** In your language. */
  name: z.string(),
  /** How many different posts and replies of these people you really read. */
  readCount: z.number().int(),
  /** 0 to 1, of all you read of which this is known. */
  readShare: z.number(),
  /** 0 to 1: of the people of the network but you; of a language, of what is said where all may read. */
  networkShare: z.number(),
  /** `readShare / networkShare`: 1 is heard as much as their share; null where the network has none. */
  ratio: z.number().nullable(),
})
export type HeardCell = z.output<typeof HeardCell>

/** How near your reading is to the network. */
export const HeardBand = z.enum(['mirrors', 'tilted', 'filtered'])
export type HeardBand = z.output<typeof HeardBand>

export const HeardDimension = z.object({
  by: HeardBy,
  /** The conclusion, in your language. */
  sentence: z.string(),
  /** The largest of the network first, at most 100; near ones first where they have an order. */
  cells: z.array(HeardCell),
  cellTotal: z.number().int(),
  heardTotal: z.number().int(),
  /** 0 to 1: `heardTotal / cellTotal`; null where nothing is known. */
  coverage: z.number().nullable(),
  /** 2 to the entropy of your reading: of how many equal cells it would be. */
  effectiveVoices: z.number().nullable(),
  /** Root of the Jensen-Shannon divergence of your reading from the network: 0 the same, 1 nothing in common. */
  rootJsd: z.number().nullable(),
  /** Null from too few readings. */
  band: HeardBand.nullable(),
  /** Of your reading: of whom this is not known. */
  unknownReadCount: z.number().int(),
  /** 0 to 1, of the network: of whom this is not known. */
  unknownNetworkShare: z.number(),
})
export type HeardDimension = z.output<typeof HeardDimension>

export const WhoYouHeard = z.object({
  period: HeardPeriod,
  readTotal: z.number().int(),
  /** How many different people you read. */
  voiceTotal: z.number().int(),
  /** How many readings are missing until a pattern shows; 0 once it does. */
  readsMissing: z.number().int(),
  /** The conclusion, in your language. */
  sentence: z.string(),
  dimensions: z.array(HeardDimension),
})
export type WhoYouHeard = z.output<typeof WhoYouHeard>

export const HeardMonth = z.object({
  /** Such as 2026-03, in UTC. */
  month: z.string(),
  readCount: z.number().int(),
  figures: z.array(
    z.object({
      by: HeardBy,
      coverage: z.number().nullable(),
      /** Null in a month of too few readings. */
      rootJsd: z.number().nullable(),
    }),
  ),
})
export type HeardMonth = z.output<typeof HeardMonth>

const Surfacing = z.object({ maySurface: z.boolean() })

export const voices = {
  recordReading: write('voices', 'record-reading', {
    summary: 'Notes, for you alone, that you really read something.',
    caller: 'person',
    input: z.strictObject({ saidId: SaidId, seconds: z.number().min(0).max(3600) }),
    reply: Done,
  }),
  whoYouHeard: read('voices', 'who-you-heard', {
    summary: 'Of what you read and acted on, how much came from where, against the make-up of the network.',
    caller: 'member',
    input: z.strictObject({ period: HeardPeriod.default('month') }),
    reply: WhoYouHeard,
  }),
  heardOverTime: read('voices', 'heard-over-time', {
    summary: 'How near what you read was to the network, month by month over the last twelve.',
    caller: 'member',
    input: z.strictObject({}),
    reply: z.object({ months: z.array(HeardMonth) }),
  }),
  getSurfacing: read('voices', 'get-surfacing', {
    summary: 'Whether you may be brought up as a voice to those who have not heard you.',
    caller: 'member',
    input: z.strictObject({}),
    reply: Surfacing,
  }),
  saveSurfacing: write('voices', 'save-surfacing', {
    summary: 'Sets whether you may be brought up as a voice to those who have not heard you.',
    caller: 'member',
    input: z.strictObject({ maySurface: z.boolean() }),
    reply: Surfacing,
  }),
}
