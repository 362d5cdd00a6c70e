// Search for a common and for a rare word through the product, beside the same words asked barely: one prepared
// statement, without visibility, languages, typos, marks or sign-in. And the box that answers as one types.
import { type Bed, type Figure, inTurn, milliseconds, percent, rate } from './bed.ts'
import { closedLoop, type Question, type Timing } from './load.ts'

const CONNECTIONS = 8
const SHARE_WANTED = 0.6
/** While one types, an answer must be there before the next letter. */
const BOX_P95_MS_WANTED = 100

export async function measureSearch(bed: Bed): Promise<Figure[]> {
  const common = await commonWords(bed)
  const rare = await rareWords(bed)
  const searches = [
    { figure: 'search for a common word', words: common },
    { figure: 'search for a rare word', words: rare },
  ]
  const figures: Figure[] = []
  for (const { figure, words } of searches) {
    const asked = { words, path: '/api/spaces/search', connections: CONNECTIONS }
    figures.push(throughput(figure, words, await ask(bed, asked)))
  }
  const box = await ask(bed, { words: rare, path: '/api/spaces/look-up', connections: 1 })
  return [...figures, lateness('search box, one person typing', rare, box)]
}

/** Words that stand in at least a twentieth of all that was said. */
async function commonWords({ query }: Bed): Promise<string[]> {
  const found = await query<{ word: string }>(`
    select word from spaces.word_count
    where said_count > (select said_count from spaces.word_count where word = '') / 20 and word ~ '^[a-z]+$'
    order by said_count desc limit 20`)
  return found.map(({ word }) => word)
}

/** The rarest words that stand in at least a handful of texts; in a large network even those stand in some hundred. */
async function rareWords({ query }: Bed): Promise<string[]> {
  const found = await query<{ word: string }>(`
    select word from spaces.word_count where said_count >= 5 and word ~ '^[a-z]{5,}$'
    order by said_count, md5(word) limit 100`)
  return found.map(({ word }) => word)
}

type Asked = { words: readonly string[]; path: string; connections: number }
type Found = { yardstick: Timing; product: Timing }

async function ask({ effort, product, yardstick, readers }: Bed, asked: Asked): Promise<Found> {
  const { words, path, connections } = asked
  const loop = { connections, seconds: effort.seconds }
  const ofProduct = readers.map(
    ({ cookie }, index): Question => ({
      path: `${path}?query=${words[index % words.length] ?? ''}`,
      headers: { cookie },
    }),
  )
  const ofYardstick = words.map((word): Question => ({ path: `/search?id=${word}` }))
  return inTurn(effort.rounds, {
    yardstick: () => closedLoop({ ...loop, address: yardstick.address, questions: ofYardstick }),
    product: () => closedLoop({ ...loop, address: product.address, questions: ofProduct }),
  })
}

function throughput(figure: string, words: readonly string[], { yardstick, product }: Found): Figure {
  const share = product.perSecond / yardstick.perSecond
  return {
    figure: `${figure}, throughput`,
    workload: `${CONNECTIONS} connections, ${words.length} words, p95 ${milliseconds(product.p95)}`,
    yardstick: rate(yardstick.perSecond),
    product: rate(product.perSecond),
    ratio: percent(share),
    wanted: `≥ ${percent(SHARE_WANTED)}`,
    isMet: share >= SHARE_WANTED,
    answerMs: (1000 * CONNECTIONS) / product.perSecond,
  }
}

function lateness(figure: string, words: readonly string[], { yardstick, product }: Found): Figure {
  return {
    figure: `${figure}, p95`,
    workload: `1 connection, ${words.length} words`,
    yardstick: milliseconds(yardstick.p95),
    product: milliseconds(product.p95),
    ratio: milliseconds(product.p95),
    wanted: `≤ ${milliseconds(BOX_P95_MS_WANTED)}`,
    isMet: product.p95 <= BOX_P95_MS_WANTED,
    answerMs: 1000 / product.perSecond,
  }
}
