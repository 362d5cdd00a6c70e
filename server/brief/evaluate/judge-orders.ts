// Orders of the same candidates beside each other: each measured over all mornings, with its interval. Pure.
import {
  answeredIn,
  areaUnderCurve,
  meanOf,
  pairsWon,
  precisionAt,
  type Ranked,
  type Scored,
  takenWithin,
} from './measures.ts'
import { chanceFrom, type Interval, intervalOf, resamples } from './resampling.ts'

export const ORDERS = ['foyer', 'newest', 'written-to', 'written-by', 'chance'] as const
export type Order = (typeof ORDERS)[number]

export type JudgedCandidate = {
  /** Unique in its morning; settles what nothing else does. */
  key: string
  seconds: number
  isAnswered: boolean
  /** Whether the brief of that morning showed it. */
  isChosen: boolean
  hoursOld: number
  scores: Readonly<Record<Exclude<Order, 'chance'>, number>>
}

export type JudgedMorning = { day: string; candidates: readonly JudgedCandidate[] }

export const MEASURES = ['precisionAt5', 'recallInBudget', 'auc', 'aucWithinDay'] as const
export type Measure = (typeof MEASURES)[number]

export type Figure = { value: number; interval: Interval | undefined }
/** A measure is missing where nothing was there to be measured. */
export type OrderFigures = Partial<Record<Measure, Figure>>

const FIRST = 5
const CHANCE_DRAWS = 20
const BOOTSTRAP_DRAWS = 1000
const SEED = 1

type Card = Ranked & JudgedCandidate

/** What one order did with one morning: sums that add up over any choice of mornings. */
type DayFigures = {
  precision: number | undefined
  reached: number
  answered: number
  wins: number
  pairs: number
}

/** One order, or one draw of chance, over all mornings. */
type Course = { days: DayFigures[]; rising: (Pick<Ranked, 'score' | 'isAnswered'> & { day: number })[] }

/**
 * Each order's figures. Precision at five is the mean over the mornings on which something was answered later; recall,
 * the part of all that was answered later which is within the budget, where the brief has what it chose and the other
 * orders fill the same seconds from the top; `auc` is over all candidates of all mornings, `aucWithinDay` over pairs of
 * the same morning. Chance is the mean of twenty draws. Intervals hold 95 % of 1,000 resamples of mornings.
 */
export function judgeOrders(
  mornings: readonly JudgedMorning[],
  budgetSeconds: number,
): Readonly<Record<Order, OrderFigures>> {
  const asTheyAre = mornings.map(() => 1)
  const drawn = resamples({ count: mornings.length, draws: BOOTSTRAP_DRAWS, seed: SEED })
  const figuresOf = (order: Order): OrderFigures => {
    const courses = coursesOf(order, mornings, budgetSeconds)
    const values = measured(courses, asTheyAre)
    const resampled = drawn.map((times) => measured(courses, times))
    return Object.fromEntries(
      MEASURES.flatMap((measure) => {
        const value = values[measure]
        if (value === undefined) return []
        return [[measure, { value, interval: intervalOf(resampled.map((each) => each[measure])) }]]
      }),
    )
  }
  return {
    foyer: figuresOf('foyer'),
    newest: figuresOf('newest'),
    'written-to': figuresOf('written-to'),
    'written-by': figuresOf('written-by'),
    chance: figuresOf('chance'),
  }
}

function coursesOf(order: Order, mornings: readonly JudgedMorning[], budgetSeconds: number): Course[] {
  if (order !== 'chance') return [courseOf(mornings, (card) => card.scores[order], { order, budgetSeconds })]
  const chance = chanceFrom(SEED)
  return Array.from({ length: CHANCE_DRAWS }, () => courseOf(mornings, chance, { order, budgetSeconds }))
}

function courseOf(
  mornings: readonly JudgedMorning[],
  scoreOf: (candidate: JudgedCandidate) => number,
  { order, budgetSeconds }: { order: Order; budgetSeconds: number },
): Course {
  const course: Course = { days: [], rising: [] }
  for (const [day, { candidates }] of mornings.entries()) {
    const ordered = candidates.map((each) => ({ ...each, score: scoreOf(each) })).sort(byScore)
    const taken =
      order === 'foyer' ? ordered.filter(({ isChosen }) => isChosen) : takenWithin(ordered, budgetSeconds)
    const answered = answeredIn(ordered)
    course.days.push({
      precision: answered === 0 ? undefined : precisionAt(ordered, FIRST),
      reached: answeredIn(taken),
      answered,
      ...pairsWon(ordered.toReversed().map((card) => ({ ...card, weight: 1 }))),
    })
    for (const { score, isAnswered } of ordered) course.rising.push({ score, isAnswered, day })
  }
  course.rising.sort((a, b) => a.score - b.score)
  return course
}

/** Higher scores first; of one score the newest, so that an order that knows little is not judged by accident. */
function byScore(a: Card, b: Card): number {
  return b.score - a.score || a.hoursOld - b.hoursOld || (a.key < b.key ? -1 : 1)
}

type Values = Readonly<Record<Measure, number | undefined>>

/** The measures over mornings that count so many times each; of several draws the mean. */
function measured(courses: readonly Course[], times: readonly number[]): Values {
  const each = courses.map((course) => measuredCourse(course, times))
  const mean = (measure: Measure) => meanOf(each.flatMap((values) => values[measure] ?? []))
  return {
    precisionAt5: mean('precisionAt5'),
    recallInBudget: mean('recallInBudget'),
    auc: mean('auc'),
    aucWithinDay: mean('aucWithinDay'),
  }
}

function measuredCourse({ days, rising }: Course, times: readonly number[]): Values {
  const sums = { precision: 0, mornings: 0, reached: 0, answered: 0, wins: 0, pairs: 0 }
  for (const [day, figures] of days.entries()) {
    const count = times[day] ?? 0
    if (figures.precision !== undefined) {
      sums.precision += count * figures.precision
      sums.mornings += count
    }
    for (const name of ['reached', 'answered', 'wins', 'pairs'] as const) sums[name] += count * figures[name]
  }
  const scored: Scored[] = rising.map(({ score, isAnswered, day }) => ({
    score,
    isAnswered,
    weight: times[day] ?? 0,
  }))
  return {
    precisionAt5: sums.mornings === 0 ? undefined : sums.precision / sums.mornings,
    recallInBudget: sums.answered === 0 ? undefined : sums.reached / sums.answered,
    auc: areaUnderCurve(scored),
    aucWithinDay: sums.pairs === 0 ? undefined : sums.wins / sums.pairs,
  }
}
