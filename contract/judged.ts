// What moderation speaks of: cases, what moderators did, the ledger, and whom one does not want to hear.
import { z } from 'zod'
import { At, PersonRef, PostId, ReplyId, SaidId, SpaceRef } from './ref.ts'
import { HideReason } from './said.ts'

/**
 * How it stands with words that somebody is to judge. Open and appealed ones wait; `hidden` and `dismissed` ones are
 * hidden, `kept` and `restored` ones are not.
 */
export const CaseState = z.enum(['open', 'hidden', 'appealed', 'dismissed', 'kept', 'restored'])
export type CaseState = z.output<typeof CaseState>

const Report = z.object({
  person: PersonRef,
  reason: HideReason,
  sentence: z.string().nullable(),
  at: At,
})

export const Case = z
  .object({
    saidId: SaidId,
    postId: PostId,
    replyId: ReplyId.nullable(),
    author: PersonRef,
    /** Null for a steward who may not know of the space. */
    space: SpaceRef.nullable(),
    /** As they read when the case was opened. */
    title: z.string().nullable(),
    body: z.string(),
    /** The phrase that a watch found. */
    watched: z.string().nullable(),
    state: CaseState,
    /** Why they were hidden. */
    reason: HideReason.nullable(),
    sentence: z.string().nullable(),
    openedAt: At,
    decidedAt: At.nullable(),
    decidedBy: PersonRef.nullable(),
    appeal: z.object({ body: z.string(), at: At }).nullable(),
    reports: z.array(Report),
    /** Whether the thread can be opened. */
    isReadable: z.boolean(),
    /** Whether the author deleted the words meanwhile. */
    isDeleted: z.boolean(),
    may: z.object({
      hide: z.boolean(),
      letStand: z.boolean(),
      restore: z.boolean(),
      dismiss: z.boolean(),
      reopen: z.boolean(),
    }),
  })
  .meta({ id: 'ModerationCase' })
export type Case = z.output<typeof Case>

/** What became of words that you reported, or that were yours. */
export const OwnCase = z.object({
  saidId: SaidId,
  postId: PostId,
  replyId: ReplyId.nullable(),
  as: z.enum(['reporter', 'author']),
  /** The title of the thread, where you may read it. */
  title: z.string().nullable(),
  space: SpaceRef.nullable(),
  state: CaseState,
  reason: HideReason.nullable(),
  sentence: z.string().nullable(),
  at: At,
  isReadable: z.boolean(),
  isUnheard: z.boolean(),
})
export type OwnCase = z.output<typeof OwnCase>

const MODERATION_ACTS = [
  ...(['watched', 'hidden', 'kept', 'restored', 'reopened', 'appealed', 'appeal-taken-back'] as const),
  ...(['appeal-upheld', 'appeal-dismissed', 'locked', 'unlocked', 'moved'] as const),
  ...(['phrase-added', 'phrase-removed'] as const),
] as const
export const ModerationActKind = z.enum(MODERATION_ACTS)
export type ModerationActKind = z.output<typeof ModerationActKind>

export const ModerationAct = z
  .object({
    at: At,
    act: ModerationActKind,
    /** Null for what the watch did by itself. */
    by: PersonRef.nullable(),
    /** Whose words or thread it was. */
    about: PersonRef.nullable(),
    /** Where, as far as you may know of it. */
    space: SpaceRef.nullable(),
    toSpace: SpaceRef.nullable(),
    /** Only where you may open the thread. */
    postId: PostId.nullable(),
    reason: HideReason.nullable(),
    sentence: z.string().nullable(),
  })
  .meta({ id: 'ModerationAct' })
export type ModerationAct = z.output<typeof ModerationAct>

/** A line of the public ledger. Counts below five are null, and so are others that would give them away. */
export const LedgerLine = z.object({
  what: z.enum([
    ...(['reported', 'hidden', 'restored', 'appeal-upheld', 'appeal-dismissed'] as const),
    ...(['locked', 'moved'] as const),
  ]),
  count: z.number().int().nullable(),
  byReason: z.array(z.object({ reason: HideReason, count: z.number().int().nullable() })),
})
export type LedgerLine = z.output<typeof LedgerLine>
export const LedgerMonth = z.object({ month: z.string().describe('As 2026-03.'), lines: z.array(LedgerLine) })
export type LedgerMonth = z.output<typeof LedgerMonth>

/** Those who come to read something, or no longer do. */
const Readers = z.object({
  /** Everybody of the house; `count` and `people` then tell of nobody beside them. */
  isEverybody: z.boolean(),
  count: z.number().int(),
  people: z.array(PersonRef).describe('At most twelve of them.'),
})

export const Move = z.object({ from: SpaceRef, to: SpaceRef, gains: Readers, loses: Readers })
export type Move = z.output<typeof Move>

/** What the viewer may do about something said. */
export const ModerationStanding = z.object({
  report: z.boolean(),
  hasReported: z.boolean(),
  hide: z.boolean(),
  restore: z.boolean(),
  lock: z.boolean(),
  unlock: z.boolean(),
  move: z.boolean(),
})
export type ModerationStanding = z.output<typeof ModerationStanding>

export const Silenced = z.object({ person: PersonRef, isMuted: z.boolean(), isBlocked: z.boolean() })
export type Silenced = z.output<typeof Silenced>
