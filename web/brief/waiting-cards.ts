// A brief as it is once everything has been sent that waits.
import type { Act } from '#browser/offline/acts'
import type { Brief, Card, CardAction } from '#contract/brief'

/** Marks cards with what was done with them here and is not sent yet. */
export function withWaiting(brief: Brief, acts: readonly Act[]): Brief {
  const done = new Map<string, CardAction | null>()
  for (const { name, input, state } of acts) {
    if (state !== 'waits' || input.briefId !== brief.id || typeof input.cardKey !== 'string') continue
    if (name === 'finishCard') done.set(input.cardKey, input.action as CardAction)
    if (name === 'reopenCard') done.set(input.cardKey, null)
  }
  if (done.size === 0) return brief
  const after = ({ key, done: before }: Card) => done.get(key) ?? (done.has(key) ? null : before)
  return { ...brief, cards: brief.cards.map((card) => ({ ...card, done: after(card) })) }
}
