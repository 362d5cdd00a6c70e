// What every figure stands on: a database with a network in it, and product and yardstick beside each other.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { PersonId } from '#contract/ref'
import { migrate } from '#platform/migrate'
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres'
import type { Timing } from './load.ts'
import { buildNetwork, fullSize, largeSize, type Network, type NetworkSize, quickSize } from './network.ts'
import { type Server, startProduct, startYardstick } from './servers.ts'
import { signIn } from './sessions.ts'

export type Effort = {
  size: NetworkSize
  rounds: number
  /** How long each closed loop is counted. */
  seconds: number
  archiveMessages: number
}

export const fullEffort: Effort = { size: fullSize, rounds: 3, seconds: 4, archiveMessages: 50_000 }
export const largeEffort: Effort = { ...fullEffort, size: largeSize }
export const quickEffort: Effort = { size: quickSize, rounds: 1, seconds: 1, archiveMessages: 2000 }
export const quickLargeEffort: Effort = {
  ...quickEffort,
  size: { ...quickSize, threads: 2000, replies: 20_000 },
}

export type Reader = { personId: PersonId; cookie: string }

export type Bed = {
  effort: Effort
  databaseUrl: string
  folder: string
  network: Network
  product: Server
  yardstick: Server
  /** Signed in, and different enough that no cache holds them all. */
  readers: Reader[]
  query: <Row extends pg.QueryResultRow>(text: string) => Promise<Row[]>
}

/** One line of the table. */
export type Figure = {
  figure: string
  workload: string
  yardstick: string
  product: string
  ratio: string
  wanted: string
  /** Undefined for a figure that is shown without a mark to reach. */
  isMet: boolean | undefined
  /** What one answer of the product takes in the mean, where it should not grow with the network. */
  answerMs?: number
  /** Within which 95 of 100 answers of the product come, where that is compared between networks. */
  p95Ms?: number
}

const READERS_SPREAD = 300
const READERS_OF_THREADS = 300

/** Lends a bed to `use`, and takes everything down afterwards. */
export async function withBed<T>(effort: Effort, use: (bed: Bed) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'))
  const database = await startEmbeddedPostgres({ dataFolder: folder, log: () => {}, durable: true })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const servers: Server[] = []
  try {
    await migrate(database.url)
    const network = await buildNetwork(database.url, { size: effort.size, until: Temporal.Now.instant() })
    await client.query(
      `create schema bench;
       create table bench.reply (id uuid primary key, post_id uuid, space_id uuid, author_id uuid, body text, created_at timestamptz)`,
    )
    const task = { databaseUrl: database.url, folder }
    const product = await startProduct(task)
    servers.push(product)
    const yardstick = await startYardstick(task)
    servers.push(yardstick)
    const people = chooseReaders(network)
    const cookies = await signIn(database.url, people)
    const readers = people.map((personId, index) => ({ personId, cookie: cookies[index] ?? '' }))
    const query: Bed['query'] = async (text) => (await client.query(text)).rows
    return await use({
      effort,
      databaseUrl: database.url,
      folder,
      network,
      product,
      yardstick,
      readers,
      query,
    })
  } finally {
    for (const server of servers) await server.stop()
    await client.end()
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** People of every part of the tree, and some who read the long threads. */
function chooseReaders({ people, longThreads }: Network): PersonId[] {
  const step = Math.max(1, Math.floor(people.length / READERS_SPREAD))
  const spread = people.filter((_, index) => index % step === 0)
  const ofThreads = longThreads.slice(0, READERS_OF_THREADS).map(({ readerId }) => readerId)
  return [...new Set([...spread, ...ofThreads])]
}

type Pair = { yardstick: () => Promise<Timing>; product: () => Promise<Timing> }

/** Yardstick and product in turn, so that both meet the same minutes; the median of each over all rounds. */
export async function inTurn(rounds: number, { yardstick, product }: Pair) {
  const pairs: { yardstick: Timing; product: Timing }[] = []
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ yardstick: await yardstick(), product: await product() })
  }
  return {
    yardstick: medianTiming(pairs.map((pair) => pair.yardstick)),
    product: medianTiming(pairs.map((pair) => pair.product)),
  }
}

function medianTiming(timings: readonly Timing[]): Timing {
  const of = (name: keyof Timing) => median(timings.map((timing) => timing[name]))
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), p99: of('p99'), bytes: of('bytes') }
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const NUMBERS = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

export function rate(perSecond: number): string {
  return `${NUMBERS.format(perSecond)}/s`
}

export function milliseconds(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 1 : 0)} ms`
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

export function times(factor: number): string {
  return `${factor.toFixed(1)}×`
}
