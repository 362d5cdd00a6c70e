// The brief, built anew for one reader after another, beside the bare feed.
import { type Bed, type Figure, inTurn, milliseconds, times } from './bed.ts'
import { closedLoop } from './load.ts'

const FACTOR_WANTED = 20

export async function measureBrief({ effort, product, yardstick, readers }: Bed): Promise<Figure[]> {
  const loop = { connections: 1, seconds: effort.seconds }
  const found = await inTurn(effort.rounds, {
    yardstick: () =>
      closedLoop({
        ...loop,
        address: yardstick.address,
        questions: readers.map(({ personId }) => ({ path: `/feed?id=${personId}` })),
      }),
    product: () =>
      closedLoop({
        ...loop,
        address: product.address,
        questions: readers.map(({ cookie }) => ({
          path: '/api/brief/preview-brief?minutes=10',
          headers: { cookie },
        })),
      }),
  })
  const factor = found.product.p95 / found.yardstick.p95
  return [
    {
      figure: 'brief of 10 minutes, built anew, p95',
      workload: '1 connection',
      yardstick: milliseconds(found.yardstick.p95),
      product: milliseconds(found.product.p95),
      ratio: times(factor),
      wanted: `≤ ${times(FACTOR_WANTED)}`,
      isMet: factor <= FACTOR_WANTED,
      answerMs: 1000 / found.product.perSecond,
      p95Ms: found.product.p95,
    },
  ]
}
