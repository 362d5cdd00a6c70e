import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { voices } from '#contract/voices'
import type { Ctx } from '#platform/ctx'
import { DIMENSIONS, figuresOf, monthOf } from './heard.ts'
import { cellsOf } from './merge-cells.ts'
import { readCells, readNetworkCells } from './read-cells.ts'

const MONTHS = 12

/** The viewer's own reading month by month, each against what the network is made of today: nobody kept what it was. */
export async function heardOverTime(
  ctx: Ctx,
  _input: InputOf<typeof voices.heardOverTime>,
): Promise<ReplyOf<typeof voices.heardOverTime>> {
  const readerId = ctx.viewer.personId
  const until = ctx.now.toZonedDateTimeISO('UTC').toPlainDate()
  const since = until.with({ day: 1 }).subtract({ months: MONTHS - 1, days: 1 })
  const { cells, totals } = await readCells(ctx.db, { readerId, since, until, isByMonth: true })
  const network = await readNetworkCells(ctx.db, readerId)
  const months = totals.map(({ month, readTotal }) => {
    const read = cells.filter((cell) => cell.month === month)
    const figures = DIMENSIONS.map((by) => figuresOf(by, cellsOf(by, { read, network })))
    return { month, readCount: readTotal, figures: monthOf(figures) }
  })
  return { months }
}
