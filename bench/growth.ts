// Whether cost grows with the size of the network: what one answer takes in a large one beside a smaller one.
import { type Figure, milliseconds, times } from './bed.ts'

const GROWTH_WANTED = 1.3
const GROWTH_OF_SEARCH_WANTED = 2

/** One line for every figure that tells what an answer costs and was measured at both sizes. */
export function growthOf(smaller: readonly Figure[], larger: readonly Figure[]): Figure[] {
  const costs = new Map(smaller.map((figure) => [keyOf(figure), figure.answerMs]))
  return larger.flatMap((figure) => {
    const before = costs.get(keyOf(figure))
    if (before === undefined || figure.answerMs === undefined) return []
    const growth = figure.answerMs / before
    const wanted = figure.figure.startsWith('search') ? GROWTH_OF_SEARCH_WANTED : GROWTH_WANTED
    return [
      {
        figure: figure.figure,
        workload: connectionsOf(figure),
        yardstick: milliseconds(before),
        product: milliseconds(figure.answerMs),
        ratio: times(growth),
        wanted: `≤ ${times(wanted)}`,
        isMet: growth <= wanted,
      },
    ]
  })
}

/** Answers differ a little in length from one network to the other, so the length does not tell figures apart. */
function connectionsOf({ workload }: Figure): string {
  return workload.split(',')[0] ?? workload
}

function keyOf(figure: Figure): string {
  return `${figure.figure} ${connectionsOf(figure)}`
}
