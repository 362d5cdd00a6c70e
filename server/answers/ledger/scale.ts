// The arithmetic of the scale ledger. Pure. What an answer spares is what answering again would have taken, after what
// writing it took; it is a range, as of those who only opened an answer nobody knows whether it helped them.
import type { ScaleAssumptions, ScaleFigure, ScaleRow } from '#contract/scale'

/** Of fewer people nothing is told. */
export const PEOPLE_MIN = 5
/** So many timed answers it takes until their median says more than the usual. */
export const MEASURED_MIN = 5
/** Minutes, as long as nothing is measured. */
const ANSWER_MINUTES = 6
const ASKER_MINUTES = 5
const UNCONFIRMED_WEIGHT = 0.5

export type Tally = { answers: number; confirmed: number; unconfirmed: number }
export type Range = { low: number; high: number }

/** Minutes of those who answer: Σ re-uses × what answering takes − what was spent on writing. Low counts the confirmed alone. */
export function minutesSaved({ answers, confirmed, unconfirmed }: Tally, assumed: ScaleAssumptions): Range {
  const spent = answers * assumed.writingMinutes
  return {
    low: confirmed * assumed.minutesPerAnswer - spent,
    high: (confirmed + unconfirmed) * assumed.minutesPerAnswer - spent,
  }
}

/** Minutes of those who found an answer. They are another matter than those above, and are never added to them. */
export function askerMinutesSaved({ confirmed, unconfirmed }: Tally, assumed: ScaleAssumptions): Range {
  return { low: confirmed * assumed.askerMinutes, high: (confirmed + unconfirmed) * assumed.askerMinutes }
}

/** Re-uses, the unconfirmed by their weight. */
export function weighedReuses({ confirmed, unconfirmed }: Tally, assumed: ScaleAssumptions): number {
  return confirmed + unconfirmed * assumed.unconfirmedWeight
}

/** @param seconds what answers really took somebody; their median counts once there are enough */
export function defaultAssumptions(seconds: readonly number[]): ScaleAssumptions {
  const median = seconds.length < MEASURED_MIN ? undefined : medianOf(seconds)
  const minutes = median === undefined ? ANSWER_MINUTES : Math.round((median / 60) * 10) / 10
  return {
    minutesPerAnswer: minutes,
    writingMinutes: minutes,
    askerMinutes: ASKER_MINUTES,
    unconfirmedWeight: UNCONFIRMED_WEIGHT,
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

export type Sum = { questionCount: number; count: number }

/**
 * A figure with its rows, which add up to it exactly. Rows with fewer people than `least` go into the rest; should the
 * rest itself be fewer, the smallest rows follow, so that no subtraction tells what is hidden.
 * @param rows some or all of the questions that count
 * @param total of all of them
 */
export function figureOf(
  rows: readonly ScaleRow[],
  { total, least }: { total: Sum; least: number },
): ScaleFigure {
  const counted = rows.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  const shown = counted.filter(({ count }) => count >= least)
  const rest = { questionCount: total.questionCount - shown.length, count: total.count - sumOf(shown) }
  while (rest.count > 0 && rest.count < least) {
    const smallest = shown.pop()
    if (smallest === undefined) return { count: null, rows: [], rest: null }
    rest.count += smallest.count
    rest.questionCount += 1
  }
  return { count: total.count, rows: shown, rest: rest.count > 0 ? rest : null }
}

function sumOf(rows: readonly ScaleRow[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}
