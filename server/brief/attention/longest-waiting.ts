// What is shown to somebody who asks for more although their week's minutes are spent: what waits longest. Pure.
import type { Weighed } from '../weigh-candidates.ts'

/** Questions to the reader, the longest waiting first, as many as there is room for. */
export function chooseLongestWaiting(
  weighed: readonly Weighed[],
  budgetSeconds: number,
): { cards: Weighed[]; secondsPlanned: number; unheardSeconds: number } {
  const waiting = weighed
    .filter(({ kind }) => kind === 'needs-you')
    .toSorted((one, other) => Temporal.Instant.compare(one.candidate.at, other.candidate.at))
  let secondsPlanned = 0
  const cards: Weighed[] = []
  for (const card of waiting) {
    if (secondsPlanned + card.seconds > budgetSeconds) break
    secondsPlanned += card.seconds
    cards.push(card)
  }
  return { cards, secondsPlanned, unheardSeconds: 0 }
}
