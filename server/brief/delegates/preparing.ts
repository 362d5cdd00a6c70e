// Rules of delegation and of what a delegate may prepare. Pure.
import type { DelegateActKind, Part } from '#contract/delegates'
import type { SaidId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** What was prepared stands until its card is done, and so long at most. */
export const PREPARED_DAYS = 14
const DELEGATES_MAX = 5
const VIEW_CHARACTERS_MAX = 500
const REASON_CHARACTERS_MAX = 300

type Named = { isSelf: boolean; isActive: boolean; isGuest: boolean; count: number }

/** @param named who is to prepare a brief, and how many others do already */
export function whyNotName({ isSelf, isActive, isGuest, count }: Named): Refusal | undefined {
  if (isSelf) return refusal('invalid', 'yourself', 'You prepare your brief yourself. Choose somebody else.')
  if (!isActive || isGuest) {
    return refusal('invalid', 'not-of-the-house', 'Only somebody of the house can prepare your brief.')
  }
  if (count < DELEGATES_MAX) return undefined
  return refusal(
    'conflict',
    'enough-delegates',
    'At most {most} people prepare a brief. End with one of them first.',
    {
      most: DELEGATES_MAX,
    },
  )
}

type Fresh = { part: Part; body: string | undefined; isRestored: boolean }

/** @param prepared a part of a card with its words; whether the reader has brought the card back before */
export function whyNotPrepare({ part, body = '', isRestored }: Fresh): Refusal | undefined {
  if (part === 'view') return whyNotWords(body, VIEW_CHARACTERS_MAX)
  if (part === 'draft' && body === '') return refusal('invalid', 'words-missing', 'Say something first.')
  if (part !== 'leave-out') return undefined
  if (isRestored) return refusal('conflict', 'restored', 'This was brought back, so it stays.')
  if (body === '') return refusal('invalid', 'reason-missing', 'Say why it is left out. The reason is shown.')
  return whyNotWords(body, REASON_CHARACTERS_MAX)
}

function whyNotWords(body: string, most: number): Refusal | undefined {
  if (body === '') return refusal('invalid', 'words-missing', 'Say something first.')
  if (body.length <= most) return undefined
  return refusal('invalid', 'too-long', 'Say it in {most} characters at most.', { most })
}

/** The key of a card that is in a brief because it was pinned. */
export function pinnedKeyOf(saidId: SaidId): string {
  return `pinned:${saidId}`
}

/** What the log calls it that a part was prepared, and that it was taken back. */
export const ACTS: Readonly<Record<Part, { done: DelegateActKind; undone: DelegateActKind }>> = {
  pin: { done: 'pinned', undone: 'unpinned' },
  view: { done: 'viewed', undone: 'view-taken-back' },
  draft: { done: 'drafted', undone: 'draft-taken-back' },
  'leave-out': { done: 'left-out', undone: 'put-back' },
}

/** A card is either pinned or left out: whichever was said last. */
export const REPLACED: Readonly<Record<Part, readonly (Part | 'place')[]>> = {
  pin: ['leave-out'],
  view: [],
  draft: [],
  'leave-out': ['pin', 'place'],
}
