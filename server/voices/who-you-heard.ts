import type { InputOf } from '#contract/endpoint'
import type { Language } from '#contract/language'
import type { HeardDimension, voices, WhoYouHeard } from '#contract/voices'
import type { Ctx } from '#platform/ctx'
import { DAYS, DIMENSIONS, figuresOf, type HeardFigures } from './heard.ts'
import { cellName, dimensionSentence, heardSentence, readsMissing } from './heard-sentences.ts'
import { cellsOf } from './merge-cells.ts'
import { readCells, readNetworkCells } from './read-cells.ts'

const CELLS_SHOWN_MAX = 100

/** What the viewer alone is told of their own reading, against what the network is made of. */
export async function whoYouHeard(
  ctx: Ctx,
  { period }: InputOf<typeof voices.whoYouHeard>,
): Promise<WhoYouHeard> {
  const readerId = ctx.viewer.personId
  const until = ctx.now.toZonedDateTimeISO('UTC').toPlainDate()
  const since = until.subtract({ days: DAYS[period] })
  const read = await readCells(ctx.db, { readerId, since, until, isByMonth: false })
  const network = await readNetworkCells(ctx.db, readerId)
  const figures = DIMENSIONS.map((by) => figuresOf(by, cellsOf(by, { read: read.cells, network })))
  const { readTotal, voiceTotal } = read.totals[0] ?? { readTotal: 0, voiceTotal: 0 }
  const { language } = ctx.viewer
  return {
    period,
    readTotal,
    voiceTotal,
    readsMissing: readsMissing(readTotal),
    sentence: heardSentence(language, { period, readTotal, voiceTotal, figures }),
    dimensions: figures.map((each) => ({
      ...shown(each, language),
      sentence: dimensionSentence(language, each, period),
    })),
  }
}

function shown(figures: HeardFigures, language: Language): Omit<HeardDimension, 'sentence'> {
  const { by, cells, ...rest } = figures
  return {
    ...rest,
    by,
    cellTotal: cells.length,
    cells: cells
      .slice(0, CELLS_SHOWN_MAX)
      .map(({ networkCount: _, ...cell }) => ({ ...cell, name: cellName(language, by, cell.key) })),
  }
}
