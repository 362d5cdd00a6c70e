// Similar questions while somebody types, among a hundred thousand questions and among a million, while fifty more are
// asked a second; beside the same words asked of PostgreSQL's full text search barely. It fills a database of its own
// for some minutes, so it is measured when asked for by name alone; `--questions=400000` takes another number for a
// million where a machine is busy.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#platform/migrate'
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres'
import { type Figure, milliseconds, times } from './bed.ts'
import { arrivals, closedLoop, type Question, type Timing } from './load.ts'
import { type Asked, typedQuestions, writeAskers, writeQuestions } from './made-up-questions.ts'
import { type Server, startProduct } from './servers.ts'
import { signIn } from './sessions.ts'

const SMALL = 100_000
const LARGE = 1_000_000
const QUICK_SHARE = 0.02
const TYPED = 500
const WRITES_PER_SECOND = 50
const SECONDS = 10
const QUICK_SECONDS = 2
const GROWTH_WANTED = 2
const BARE_WANTED = 3

type Bench = { client: pg.Client; product: Server; asked: Asked; cookies: string[]; seconds: number }

/** What was measured among so many questions. */
type Measured = {
  similar: Timing
  asking: Timing
  replying: Timing
  bare: Percentiles
  anyWord: Percentiles
  megabytes: number
}
type Percentiles = Pick<Timing, 'p50' | 'p95' | 'p99'>

export async function measureSimilar({ isQuick }: { isQuick: boolean }): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-similar-'))
  const database = await startEmbeddedPostgres({ dataFolder: folder, log: () => {}, durable: true })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const servers: Server[] = []
  const small = SMALL * (isQuick ? QUICK_SHARE : 1)
  const large = largest() * (isQuick ? QUICK_SHARE : 1)
  try {
    await migrate(database.url)
    const asked = await writeAskers(client)
    const product = await startProduct({ databaseUrl: database.url, folder })
    servers.push(product)
    const cookies = await signIn(database.url, asked.people)
    const bench = { client, product, asked, cookies, seconds: isQuick ? QUICK_SECONDS : SECONDS }
    const before = await measureAmong(bench, { from: 0, until: small })
    const after = await measureAmong(bench, { from: small, until: large })
    return [
      ...figuresOf(small, before),
      ...figuresOf(large, after),
      growthOf({ small, large, before, after }),
    ]
  } finally {
    for (const server of servers) await server.stop()
    await client.end()
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function largest(): number {
  const given = process.argv.find((word) => word.startsWith('--questions='))?.split('=')[1]
  return given === undefined ? LARGE : Math.max(2 * SMALL, Number(given))
}

async function measureAmong(bench: Bench, range: { from: number; until: number }): Promise<Measured> {
  const { client, product, asked, seconds } = bench
  const began = performance.now()
  await writeQuestions(client, asked, range)
  console.log(`${range.until} questions are there after ${Math.round((performance.now() - began) / 1000)} s.`)
  const typed = typedQuestions(TYPED, range.until)
  const type = () =>
    closedLoop({ address: product.address, connections: 1, seconds, questions: similarTo(bench, typed) })
  const ask = () =>
    writing(bench, { path: '/api/answers/ask-question', perSecond: WRITES_PER_SECOND }, askedBodies(bench))
  const reply = async () =>
    writing(
      bench,
      { path: '/api/spaces/write-reply', perSecond: WRITES_PER_SECOND },
      await replyBodies(bench),
    )
  // Everything is measured while as much is written; the first round warms the server.
  await Promise.all([type(), ask()])
  const [similar, asking] = await Promise.all([type(), ask()])
  const [, replying] = await Promise.all([type(), reply()])
  const [bare] = await Promise.all([askBarely(client, { typed, seconds, between: ' & ' }), ask()])
  const [anyWord] = await Promise.all([askBarely(client, { typed, seconds, between: ' | ' }), ask()])
  const size = await client.query<{ bytes: string }>(
    "select pg_relation_size('spaces.post_question_found_by') as bytes",
  )
  return {
    similar,
    asking,
    replying,
    bare,
    anyWord,
    megabytes: Math.round(Number(size.rows[0]?.bytes) / 1e6),
  }
}

function similarTo({ cookies }: Bench, typed: readonly string[]): Question[] {
  return typed.map((text, at) => ({
    path: `/api/answers/list-similar?text=${encodeURIComponent(text)}`,
    headers: { cookie: cookies[at % cookies.length] ?? '' },
  }))
}

function askedBodies({ asked: { spaceIds } }: Bench): object[] {
  return typedQuestions(TYPED, SMALL).map((title, at) => ({ spaceId: spaceIds[at % spaceIds.length], title }))
}

async function replyBodies({ client }: Bench): Promise<object[]> {
  const found = await client.query<{ id: string }>('select id from spaces.post order by id desc limit 500')
  return found.rows.map(({ id }) => ({ postId: id, body: 'Ask at the gate, two days before.' }))
}

type Writing = { path: string; perSecond: number }

function writing(
  { product, cookies, seconds }: Bench,
  { path, perSecond }: Writing,
  bodies: object[],
): Promise<Timing> {
  const questions = bodies.map(
    (body, at): Question => ({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', cookie: cookies[at % cookies.length] ?? '' },
      body: JSON.stringify(body),
    }),
  )
  const headersOfEach = () => ({ 'idempotency-key': randomUUID() })
  return arrivals({ address: product.address, questions, perSecond, seconds, headersOfEach })
}

const BARE = `
  select p.id, left(p.body, 120) from spaces.post p, (
    select string_agg(quote_literal(word), $2)::tsquery as query
    from unnest(tsvector_to_array(to_tsvector('spaces.words_en', $1))) as word) asked
  where p.kind = 'question' and p.deleted_at is null and p.found_by @@ asked.query
  order by ts_rank_cd(p.found_by, asked.query) desc limit 5`

type Barely = { typed: readonly string[]; seconds: number; between: ' & ' | ' | ' }

/** One statement and nothing around it: the words that English leaves, all of them or any, ranked by cover density. */
async function askBarely(client: pg.Client, { typed, seconds, between }: Barely): Promise<Percentiles> {
  const taken: number[] = []
  const end = performance.now() + seconds * 1000
  for (let at = 0; performance.now() < end; at += 1) {
    const began = performance.now()
    await client.query({ name: `bare${between}`, text: BARE, values: [typed[at % typed.length], between] })
    taken.push(performance.now() - began)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function figuresOf(
  count: number,
  { similar, asking, replying, bare, anyWord, megabytes }: Measured,
): Figure[] {
  const among = `among ${count.toLocaleString('en')} questions`
  const ratio = similar.p95 / bare.p95
  return [
    {
      figure: 'similar while typing, p95',
      workload: `${among}, ${WRITES_PER_SECOND} asked a second; ${threeOf(similar)}; its index has ${megabytes} MB`,
      yardstick: `${milliseconds(bare.p95)} for all words (${threeOf(bare)})`,
      product: milliseconds(similar.p95),
      ratio: times(ratio),
      wanted: `≤ ${times(BARE_WANTED)}`,
      isMet: ratio <= BARE_WANTED,
    },
    {
      figure: 'similar while typing, p95',
      workload: `${among}, beside any of the words`,
      yardstick: `${milliseconds(anyWord.p95)} (${threeOf(anyWord)})`,
      ...{ product: milliseconds(similar.p95), ratio: times(similar.p95 / anyWord.p95) },
      ...{ wanted: 'shown', isMet: undefined },
    },
    {
      figure: 'asking, p95, beside replying',
      workload: `${among}, ${WRITES_PER_SECOND} a second`,
      ...{ yardstick: milliseconds(replying.p95), product: milliseconds(asking.p95) },
      ...{ ratio: times(asking.p95 / replying.p95), wanted: 'shown', isMet: undefined },
    },
  ]
}

type Sizes = { small: number; large: number; before: Measured; after: Measured }

function growthOf({ small, large, before, after }: Sizes): Figure {
  const growth = after.similar.p95 / before.similar.p95
  return {
    figure: 'similar while typing, p95',
    workload: `${large.toLocaleString('en')} questions beside ${small.toLocaleString('en')}`,
    ...{ yardstick: milliseconds(before.similar.p95), product: milliseconds(after.similar.p95) },
    ...{ ratio: times(growth), wanted: `≤ ${times(GROWTH_WANTED)}`, isMet: growth <= GROWTH_WANTED },
  }
}

function threeOf({ p50, p95, p99 }: Percentiles): string {
  return `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, p99 ${milliseconds(p99)}`
}
