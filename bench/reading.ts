// The home feed and a thread of twenty replies: how many a second, and how late the latest of a hundred comes.
import { type Bed, type Figure, inTurn, milliseconds, percent, type Reader, rate, times } from './bed.ts'
import { arrivals, closedLoop, type Question } from './load.ts'

const CONNECTIONS = [8, 32]
const SHARE_WANTED = 0.6
const LATE_WANTED = 2
/** Of the product's own closed-loop rate: busy, and not yet queueing without end. */
const ARRIVAL_SHARE = 0.5

type Screen = { name: string; ofProduct: Question[]; ofYardstick: (fill: number) => Question[] }

export async function measureReading(bed: Bed): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const screen of [feed(bed), thread(bed)]) {
    const fill = await sameSize(bed, screen)
    const questions = { product: screen.ofProduct, yardstick: screen.ofYardstick(fill) }
    for (const connections of CONNECTIONS)
      figures.push(...(await measureAt(bed, { screen, questions, connections })))
    figures.push(await measureArrivals(bed, { screen, questions }))
  }
  return figures
}

function feed({ readers }: Bed): Screen {
  return {
    name: 'home feed',
    ofProduct: readers.map(({ cookie }) => ({ path: '/api/spaces/get-feed', headers: { cookie } })),
    ofYardstick: (fill) => readers.map(({ personId }) => ({ path: `/feed?id=${personId}&fill=${fill}` })),
  }
}

function thread({ network, readers }: Bed): Screen {
  const cookies = new Map(readers.map((reader: Reader) => [reader.personId, reader.cookie]))
  const known = network.longThreads.filter(({ readerId }) => cookies.has(readerId))
  return {
    name: 'thread of 20 replies',
    ofProduct: known.map(({ postId, readerId }) => ({
      path: `/api/spaces/get-thread?postId=${postId}`,
      headers: { cookie: cookies.get(readerId) ?? '' },
    })),
    ofYardstick: (fill) => known.map(({ postId }) => ({ path: `/thread?id=${postId}&fill=${fill}` })),
  }
}

/** By how many characters the yardstick's answers must be filled up to be as long as the product's. */
async function sameSize({ product, yardstick }: Bed, screen: Screen): Promise<number> {
  const loop = { connections: 4, seconds: 1 }
  const long = await closedLoop({ ...loop, address: product.address, questions: screen.ofProduct })
  const short = await closedLoop({ ...loop, address: yardstick.address, questions: screen.ofYardstick(0) })
  return Math.max(0, Math.round(long.bytes - short.bytes))
}

type Measuring = { screen: Screen; questions: { product: Question[]; yardstick: Question[] } }

async function measureAt(
  { effort, product, yardstick }: Bed,
  { screen, questions, connections }: Measuring & { connections: number },
): Promise<Figure[]> {
  const loop = { connections, seconds: effort.seconds }
  const found = await inTurn(effort.rounds, {
    yardstick: () => closedLoop({ ...loop, address: yardstick.address, questions: questions.yardstick }),
    product: () => closedLoop({ ...loop, address: product.address, questions: questions.product }),
  })
  const share = found.product.perSecond / found.yardstick.perSecond
  const late = found.product.p99 / found.yardstick.p99
  const workload = `${connections} connections, ${(found.product.bytes / 1000).toFixed(0)} kB`
  return [
    {
      figure: `${screen.name}, throughput`,
      workload,
      yardstick: rate(found.yardstick.perSecond),
      product: rate(found.product.perSecond),
      ratio: percent(share),
      wanted: `≥ ${percent(SHARE_WANTED)}`,
      isMet: share >= SHARE_WANTED,
      answerMs: (1000 * connections) / found.product.perSecond,
    },
    {
      figure: `${screen.name}, p99`,
      workload,
      yardstick: milliseconds(found.yardstick.p99),
      product: milliseconds(found.product.p99),
      ratio: times(late),
      wanted: `≤ ${times(LATE_WANTED)}`,
      isMet: late <= LATE_WANTED,
    },
  ]
}

/** A closed loop flatters: whoever is slow is asked less. Here people come at a fixed rate, the same for both. */
async function measureArrivals(
  { effort, product, yardstick }: Bed,
  { screen, questions }: Measuring,
): Promise<Figure> {
  const loop = {
    address: product.address,
    questions: questions.product,
    connections: 8,
    seconds: effort.seconds,
  }
  const perSecond = Math.round((await closedLoop(loop)).perSecond * ARRIVAL_SHARE)
  const arriving = { perSecond, seconds: effort.seconds }
  const found = await inTurn(effort.rounds, {
    yardstick: () => arrivals({ ...arriving, address: yardstick.address, questions: questions.yardstick }),
    product: () => arrivals({ ...arriving, address: product.address, questions: questions.product }),
  })
  const late = found.product.p99 / found.yardstick.p99
  return {
    figure: `${screen.name}, p99`,
    workload: `${perSecond} arrivals a second`,
    yardstick: milliseconds(found.yardstick.p99),
    product: milliseconds(found.product.p99),
    ratio: times(late),
    wanted: '',
    isMet: undefined,
  }
}
