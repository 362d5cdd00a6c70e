// How good an order of candidates is, judged by what was answered. Pure.

/** One candidate of one morning, as one order sees it. */
export type Ranked = {
  /** Higher comes first. */
  score: number
  seconds: number
  isAnswered: boolean
}

/**
 * The share of answered ones among the first `most`, 0 to 1; of fewer candidates, among those there are.
 * @returns undefined when there is no candidate
 */
export function precisionAt(ordered: readonly Ranked[], most: number): number | undefined {
  const first = ordered.slice(0, most)
  return first.length === 0 ? undefined : answeredIn(first) / first.length
}

/** What fits in a budget when cards are taken in their order and those that are too long are passed over. */
export function takenWithin<Card extends Ranked>(ordered: readonly Card[], budgetSeconds: number): Card[] {
  let left = budgetSeconds
  return ordered.filter(({ seconds }) => {
    if (seconds > left) return false
    left -= seconds
    return true
  })
}

export function answeredIn(cards: readonly Ranked[]): number {
  return cards.filter(({ isAnswered }) => isAnswered).length
}

/** A candidate with how often it counts, as in a resample. */
export type Scored = Pick<Ranked, 'score' | 'isAnswered'> & { weight: number }

/**
 * The area under the ROC curve: the chance that an answered candidate has a higher score than one that was not, ties
 * counting half (Mann and Whitney's U over the number of pairs; Hanley and McNeil 1982).
 * @param rising by score, the lowest first
 * @returns undefined when all or none were answered
 */
export function areaUnderCurve(rising: readonly Scored[]): number | undefined {
  const { wins, pairs } = pairsWon(rising)
  return pairs === 0 ? undefined : wins / pairs
}

/** The pairs of an answered and an unanswered candidate, and how many of them are in the right order. */
export function pairsWon(rising: readonly Scored[]): { wins: number; pairs: number } {
  let wins = 0
  let answered = 0
  let unanswered = 0
  // Those of one score, whose order among themselves says nothing.
  let tied = { score: Number.NaN, answered: 0, unanswered: 0 }
  const settle = () => {
    wins += tied.answered * (unanswered + tied.unanswered / 2)
    answered += tied.answered
    unanswered += tied.unanswered
  }
  for (const { score, isAnswered, weight } of rising) {
    if (score !== tied.score) {
      settle()
      tied = { score, answered: 0, unanswered: 0 }
    }
    tied[isAnswered ? 'answered' : 'unanswered'] += weight
  }
  settle()
  return { wins, pairs: answered * unanswered }
}

export function meanOf(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}
