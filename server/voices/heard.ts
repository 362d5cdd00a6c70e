// Rules of who was heard: in each dimension, what was read against what the network is made of. Pure.
import type { HeardBand, HeardBy, HeardMonth, HeardPeriod } from '#contract/voices'
import { effectiveCells, rootJsd, sharesOf } from './shares.ts'

/** The shortest period is 28 days; from fewer readings a share says more about chance than about a filter. */
export const READINGS_MIN = 30

export const DAYS: Readonly<Record<HeardPeriod, number>> = { month: 28, quarter: 91, year: 365 }

export const DIMENSIONS: readonly HeardBy[] = ['distance', 'unit', 'site', 'level', 'language']

/** How many were read, and how many of the network there are, in one cell of a dimension. */
export type Cell = { key: string; readCount: number; networkCount: number }

/** The cell of all of whom something is not known; it is no cell to compare. */
const UNKNOWN = ''

/** One dimension in figures; shares are 0 to 1. */
export type HeardFigures = {
  by: HeardBy
  cells: (Cell & { readShare: number; networkShare: number; ratio: number | null })[]
  heardTotal: number
  coverage: number | null
  effectiveVoices: number | null
  rootJsd: number | null
  band: HeardBand | null
  unknownReadCount: number
  unknownNetworkShare: number
}

/** One dimension in figures: the nearest or the topmost first where cells have an order, else the largest. */
export function figuresOf(by: HeardBy, cells: readonly Cell[]): HeardFigures {
  const known = cells
    .filter(({ key, readCount, networkCount }) => key !== UNKNOWN && readCount + networkCount > 0)
    .toSorted((one, other) => inOrder(by, one, other))
  const read = sharesOf(known.map(({ readCount }) => readCount))
  const network = sharesOf(known.map(({ networkCount }) => networkCount))
  const readTotal = sumOf(known, 'readCount')
  const networkTotal = sumOf(known, 'networkCount')
  const heardTotal = known.filter(({ readCount }) => readCount > 0).length
  const isComparable = readTotal > 0 && networkTotal > 0
  const distance = isComparable ? rootJsd(read, network) : null
  const unknown = cells.find(({ key }) => key === UNKNOWN)
  return {
    by,
    cells: known.map((cell, index) => withShares(cell, read[index] ?? 0, network[index] ?? 0)),
    heardTotal,
    coverage: known.length === 0 ? null : heardTotal / known.length,
    effectiveVoices: readTotal === 0 ? null : effectiveCells(read),
    rootJsd: distance,
    band: distance === null || readTotal < READINGS_MIN || known.length < 2 ? null : bandOf(distance),
    unknownReadCount: unknown?.readCount ?? 0,
    unknownNetworkShare: shareOf(unknown?.networkCount ?? 0, networkTotal + (unknown?.networkCount ?? 0)),
  }
}

/** What becomes of a month: a month of few readings has no distance. */
export function monthOf(figures: readonly HeardFigures[]): HeardMonth['figures'] {
  return figures.map((each) => ({
    by: each.by,
    coverage: each.coverage,
    rootJsd: sumOf(each.cells, 'readCount') < READINGS_MIN ? null : each.rootJsd,
  }))
}

/** Of a root of a Jensen-Shannon divergence: our own bounds, as none are published. */
function bandOf(distance: number): HeardBand {
  if (distance < 0.15) return 'mirrors'
  return distance <= 0.35 ? 'tilted' : 'filtered'
}

function withShares(cell: Cell, readShare: number, networkShare: number) {
  return { ...cell, readShare, networkShare, ratio: networkShare === 0 ? null : readShare / networkShare }
}

const NEAREST_FIRST = ['your-reports', 'two-steps', 'three-or-more', 'elsewhere']

function inOrder(by: HeardBy, one: Cell, other: Cell): number {
  if (by === 'distance') return NEAREST_FIRST.indexOf(one.key) - NEAREST_FIRST.indexOf(other.key)
  if (by === 'level') return Number(one.key) - Number(other.key)
  return (
    other.networkCount - one.networkCount || other.readCount - one.readCount || (one.key < other.key ? -1 : 1)
  )
}

function sumOf(cells: readonly Cell[], count: 'readCount' | 'networkCount'): number {
  return cells.reduce((sum, cell) => sum + cell[count], 0)
}

function shareOf(part: number, total: number): number {
  return total === 0 ? 0 : part / total
}
