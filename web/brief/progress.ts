// How far one has come in a brief: by seconds, not by cards.
import type { Brief, Card } from '#contract/brief'

/** The budget left is told in steps, so that nothing ticks while somebody reads. */
const STEP_SECONDS = 5

export type Segment = { key: string; seconds: number; part: number }

/** The card that is open: the one chosen, if it still waits, else the first that waits. */
export function openCardOf(cards: Card[], chosenKey: string | undefined): Card | undefined {
  const waiting = cards.filter((card) => card.done === null)
  return waiting.find((card) => card.key === chosenKey) ?? waiting[0]
}

/** The cards after the open one, in the order in which they will come. */
export function nextCardsOf(cards: Card[], open: Card): Card[] {
  return cards.filter((card) => card.done === null && card.key !== open.key)
}

/** The card that comes after the open one when nothing is done with it; undefined after the last. */
export function cardAfter(cards: Card[], open: Card): Card | undefined {
  return cards.slice(cards.findIndex(({ key }) => key === open.key) + 1).find((card) => card.done === null)
}

/** One segment for every card, as long as its seconds; `part` (0 to 1) is how much of it lies behind. */
export function segmentsOf(
  cards: Card[],
  open: { key: string; secondsInView: number } | undefined,
): Segment[] {
  return cards.map((card) => ({ key: card.key, seconds: card.seconds, part: partOf(card, open) }))
}

function partOf(card: Card, open: { key: string; secondsInView: number } | undefined): number {
  if (card.done !== null) return 1
  if (card.key !== open?.key || card.seconds <= 0) return 0
  return Math.min(1, steps(open.secondsInView) / card.seconds)
}

/** What is left of the budget, in whole seconds and never below zero. */
export function secondsLeft(
  brief: Pick<Brief, 'cards' | 'secondsBudget'>,
  open: { key: string; secondsInView: number } | undefined,
): number {
  const spent = segmentsOf(brief.cards, open).reduce((sum, { seconds, part }) => sum + seconds * part, 0)
  return Math.max(0, Math.round(brief.secondsBudget - spent))
}

function steps(seconds: number): number {
  return Math.floor(seconds / STEP_SECONDS) * STEP_SECONDS
}
