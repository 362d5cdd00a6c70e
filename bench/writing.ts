// Writing a reply, with all that hangs on it, beside inserting one row; both with a durable commit.
import { randomUUID } from 'node:crypto'
import { type Bed, type Figure, inTurn, percent, rate } from './bed.ts'
import { closedLoop, type Question } from './load.ts'

const CONNECTIONS = 8
const SHARE_WANTED = 0.5
const BODY =
  'We tried this on the night shift for three weeks and saw no rework at all; the photo of the gauge is in the log, and quality signed it off on Friday, so I would drop the second check here and look again in a month.'

export async function measureWriting({
  effort,
  product,
  yardstick,
  readers,
  network,
}: Bed): Promise<Figure[]> {
  const loop = { connections: CONNECTIONS, seconds: effort.seconds }
  const cookies = new Map(readers.map(({ personId, cookie }) => [personId, cookie]))
  const threads = network.longThreads.filter(({ readerId }) => cookies.has(readerId))
  const json = { 'content-type': 'application/json' }
  const found = await inTurn(effort.rounds, {
    yardstick: () =>
      closedLoop({
        ...loop,
        address: yardstick.address,
        questions: threads.map(
          ({ postId, readerId }): Question => ({
            method: 'POST',
            path: '/reply',
            headers: json,
            body: JSON.stringify({ postId, spaceId: postId, authorId: readerId, body: BODY }),
          }),
        ),
      }),
    product: () =>
      closedLoop({
        ...loop,
        address: product.address,
        questions: threads.map(
          ({ postId, readerId }): Question => ({
            method: 'POST',
            path: '/api/spaces/write-reply',
            headers: { ...json, cookie: cookies.get(readerId) ?? '' },
            body: JSON.stringify({ postId, body: BODY }),
          }),
        ),
        headersOfEach: () => ({ 'idempotency-key': randomUUID() }),
      }),
  })
  const share = found.product.perSecond / found.yardstick.perSecond
  return [
    {
      figure: 'write a reply, throughput',
      workload: `${CONNECTIONS} connections, durable`,
      yardstick: rate(found.yardstick.perSecond),
      product: rate(found.product.perSecond),
      ratio: percent(share),
      wanted: `≥ ${percent(SHARE_WANTED)}`,
      isMet: share >= SHARE_WANTED,
    },
  ]
}
