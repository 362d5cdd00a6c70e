// An evaluation as a person reads it.
import type { Evaluation } from './evaluate-brief.ts'
import { type Figure, MEASURES, type Measure, ORDERS, type Order } from './judge-orders.ts'

const ORDER_NAMES: Readonly<Record<Order, string>> = {
  foyer: 'Foyer',
  newest: 'newest first',
  'written-to': 'those written to most',
  'written-by': 'those who wrote most',
  chance: 'chance',
}

const NAME_WIDTH = 23
const FIGURE_WIDTH = 20

export function evaluationReport(evaluation: Evaluation): string {
  const { person, period, minutes, answerDays, workingDays, days, candidates, answered, threads } = evaluation
  const titles: Readonly<Record<Measure, string>> = {
    precisionAt5: 'precision at 5',
    recallInBudget: `recall in ${minutes} min`,
    auc: 'ROC AUC',
    aucWithinDay: 'AUC within a day',
  }
  const heading = MEASURES.map((measure) => titles[measure].padEnd(FIGURE_WIDTH)).join('')
  const lines = ORDERS.map((order) => {
    const figures = MEASURES.map((measure) =>
      figureText(evaluation.orders[order][measure]).padEnd(FIGURE_WIDTH),
    )
    return (ORDER_NAMES[order].padEnd(NAME_WIDTH) + figures.join('')).trimEnd()
  })
  return `${[
    `${person}, ${period.from} to ${period.to}, at ${period.time} (${period.timeZone}), ${minutes} minutes`,
    `${counted(workingDays, 'working day')}, ${days.withCandidates} of them with candidates, ` +
      `${days.withAnswered} with one that was answered within ${counted(answerDays, 'day')}`,
    `${counted(candidates, 'candidate')}, ${answered} answered (what waits for days is counted each morning)`,
    `${counted(threads.answered, 'answered thread')} had been there in the morning; ` +
      `${threads.missed} of them no candidate stood for`,
    '',
    (' '.repeat(NAME_WIDTH) + heading).trimEnd(),
    ...lines,
    '',
    'In brackets: 95 % of 1,000 resamples of the days. Chance is the mean of 20 draws.',
  ].join('\n')}\n`
}

function figureText(figure: Figure | undefined): string {
  if (figure === undefined) return '–'
  const { value, interval } = figure
  return interval === undefined
    ? fixed(value)
    : `${fixed(value)} (${fixed(interval.low)}–${fixed(interval.high)})`
}

function fixed(value: number): string {
  return value.toFixed(2)
}

const NUMBERS = new Intl.NumberFormat('en')

function counted(count: number, what: string): string {
  return `${NUMBERS.format(count)} ${what}${count === 1 ? '' : 's'}`
}
