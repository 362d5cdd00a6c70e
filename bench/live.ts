// A reply told to everybody who has its thread open: the time from sending it until the last of 500 pages has it,
// beside a bare broadcast of as many bytes to as many connections; and until the last of 1,000 pages on two processes.
import { randomUUID } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { type Bed, type Figure, median, milliseconds, type Reader, times } from './bed.ts'
import { startProduct } from './servers.ts'

const LISTENERS = 500
const LISTENERS_ON_TWO = 1000
const LATE_MS_WANTED_ON_TWO = 1000
/** At least 60 % of the yardstick's speed. */
const LATE_WANTED = 1 / 0.6
const REPLIES_OF_ROUND = 40
const QUICK_REPLIES_OF_ROUND = 10
/** The first are not counted: statements are prepared, code is compiled. */
const WARM_REPLIES = 3
const WAIT_MS_MAX = 20_000
const BODY =
  'We tried this on the night shift for three weeks and saw no rework at all; quality signed it off, so I would drop the second check.'

type Side = {
  /** Pages go round them; what is said is said to the first. */
  addresses: readonly string[]
  pages: number
  listenPath: string
  /** Of each listener; they go round. */
  listeners: { cookie: string }[]
  say: (word: string) => { path: string; headers: Record<string, string>; body: string }
}

export async function measureLive(bed: Bed): Promise<Figure[]> {
  const { effort, product, yardstick, readers } = bed
  const [opened] = await bed.query<{ postId: string }>(
    `select t.post_id as "postId" from spaces.thread t join spaces.space s on s.id = t.space_id
     where s.visibility = 'open' and t.reply_count > 0 order by t.post_id limit 1`,
  )
  if (opened === undefined) throw new Error('There is no open thread to listen to.')
  const ofProduct = sideOfProduct({
    addresses: [product.address],
    pages: LISTENERS,
    postId: opened.postId,
    readers,
  })
  const replies = effort.rounds === 1 ? QUICK_REPLIES_OF_ROUND : REPLIES_OF_ROUND
  const { bytes } = await tell(ofProduct, WARM_REPLIES)
  const ofYardstick = sideOfYardstick(yardstick.address, bytes)
  const rounds: { yardstick: Late; product: Late }[] = []
  for (let round = 0; round < effort.rounds; round += 1) {
    rounds.push({ yardstick: await tell(ofYardstick, replies), product: await tell(ofProduct, replies) })
  }
  const of = (side: 'yardstick' | 'product', share: 'p50' | 'p95' | 'p99') =>
    median(rounds.map((round) => round[side][share]))
  const onOne = (['p50', 'p95', 'p99'] as const).map((share) => {
    const late = of('product', share) / of('yardstick', share)
    const isMark = share !== 'p99'
    return {
      figure: `live update, ${share} until the last`,
      workload: `${LISTENERS} pages, one reply at a time, ${bytes} B`,
      yardstick: milliseconds(of('yardstick', share)),
      product: milliseconds(of('product', share)),
      ratio: times(late),
      wanted: isMark ? `≤ ${times(LATE_WANTED)}` : '',
      isMet: isMark ? late <= LATE_WANTED : undefined,
      ...(share === 'p50' && { answerMs: of('product', share) }),
    }
  })
  return [...onOne, await measureOnTwo(bed, { postId: opened.postId, replies })]
}

async function measureOnTwo(
  bed: Bed,
  { postId, replies }: { postId: string; replies: number },
): Promise<Figure> {
  const { product, readers, databaseUrl, folder } = bed
  const second = await startProduct({ databaseUrl, folder })
  try {
    const addresses = [product.address, second.address]
    const { p95, bytes } = await tell(
      sideOfProduct({ addresses, pages: LISTENERS_ON_TWO, postId, readers }),
      replies,
    )
    return {
      figure: 'live update on two processes, p95 until the last',
      workload: `${LISTENERS_ON_TWO} pages, one reply at a time, ${bytes} B`,
      yardstick: '',
      product: milliseconds(p95),
      ratio: '',
      wanted: `< ${milliseconds(LATE_MS_WANTED_ON_TWO)}`,
      isMet: p95 < LATE_MS_WANTED_ON_TWO,
    }
  } finally {
    await second.stop()
  }
}

type OfProduct = Pick<Side, 'addresses' | 'pages'> & { postId: string; readers: readonly Reader[] }

function sideOfProduct({ addresses, pages, postId, readers }: OfProduct): Side {
  const [writer] = readers
  return {
    ...{ addresses, pages },
    listenPath: `/api/live/listen?postId=${postId}`,
    listeners: readers.map(({ cookie }) => ({ cookie })),
    say: (word) => ({
      path: '/api/spaces/write-reply',
      headers: { cookie: writer?.cookie ?? '', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ postId, body: `${BODY} ${word}` }),
    }),
  }
}

/** Bare, and filled up to as many bytes as the product's event has. */
function sideOfYardstick(address: string, bytes: number): Side {
  return {
    ...{ addresses: [address], pages: LISTENERS },
    listenPath: '/listen',
    listeners: [{ cookie: '' }],
    say: (word) => ({ path: '/say', headers: {}, body: JSON.stringify({ word, fill: 'x'.repeat(bytes) }) }),
  }
}

type Late = { p50: number; p95: number; p99: number; bytes: number }

/** Opens all pages, says one thing after another, and times each until the last page has it. */
async function tell(side: Side, replies: number): Promise<Late> {
  const agent = new Agent({ keepAlive: true })
  const pages = await Promise.all(
    Array.from({ length: side.pages }, (_, index) =>
      listen({
        address: side.addresses[index % side.addresses.length] ?? '',
        path: side.listenPath,
        cookie: side.listeners[index % side.listeners.length]?.cookie ?? '',
      }),
    ),
  )
  const lates: number[] = []
  let bytes = 0
  for (let number = 0; number < WARM_REPLIES + replies; number += 1) {
    const word = randomUUID()
    const start = performance.now()
    const heard = Promise.all(pages.map((page) => page.hear(word)))
    await send({ address: side.addresses[0] ?? '', agent, ...side.say(word) })
    bytes = (await heard)[0] ?? 0
    if (number >= WARM_REPLIES) lates.push(performance.now() - start)
  }
  for (const page of pages) page.close()
  agent.destroy()
  const sorted = lates.toSorted((one, other) => one - other)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes }
}

type Page = { hear: (word: string) => Promise<number>; close: () => void }

/** A page that listens; `hear` settles with the bytes of the event that holds a word. */
function listen({ address, path, cookie }: Record<'address' | 'path' | 'cookie', string>): Promise<Page> {
  return new Promise((resolve, reject) => {
    const opened = request(`${address}${path}`, { agent: false, headers: { cookie } })
    opened.on('error', reject)
    opened.on('response', (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${path}: ${response.statusCode}`))
      // The first event says that one is heard.
      response.once('data', () =>
        resolve({ hear: (word) => hear(response, word), close: () => opened.destroy() }),
      )
    })
    opened.end()
  })
}

function hear(response: IncomingMessage, word: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    const late = setTimeout(() => reject(new Error(`not heard within ${WAIT_MS_MAX} ms`)), WAIT_MS_MAX)
    const take = (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const at = text.indexOf(word)
      const end = at < 0 ? -1 : text.indexOf('\n\n', at)
      if (end < 0) return
      clearTimeout(late)
      response.off('data', take)
      resolve(end - text.lastIndexOf('data: ', at))
    }
    response.on('data', take)
  })
}

type Sending = { address: string; agent: Agent; path: string; headers: Record<string, string>; body: string }

function send({ address, agent, path, headers, body }: Sending): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}${path}`,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        response.resume()
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`)),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
