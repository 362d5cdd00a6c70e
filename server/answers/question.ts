// Rules of how a question stands. Pure.
import type { QuestionState } from '#contract/answers'

/** An answer is looked at again after so long, unless its owner says otherwise. */
export const REVIEW_AFTER_DAYS = 180

export type Answered = {
  answerId: string | null
  reviewOn: Temporal.PlainDate | null
  supersededBy: string | null
}

/** @param today the day for whoever looks; on the day of the review itself an answer is not out of date yet */
export function stateOf(
  { answerId, reviewOn, supersededBy }: Answered,
  today: Temporal.PlainDate,
): QuestionState {
  if (supersededBy !== null) return 'superseded'
  if (answerId === null) return 'open'
  const isOver = reviewOn !== null && Temporal.PlainDate.compare(reviewOn, today) < 0
  return isOver ? 'out-of-date' : 'answered'
}
