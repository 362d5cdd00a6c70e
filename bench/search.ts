// Search for a common and for a rare word through the product, beside the same words asked barely: one prepared
// statement, without visibility, languages, typos, marks or sign-in.
import { type Bed, type Figure, inTurn, milliseconds, percent, rate } from './bed.ts'
import { closedLoop, type Question } from './load.ts'

const CONNECTIONS = 8
const SHARE_WANTED = 0.6

export async function measureSearch(bed: Bed): Promise<Figure[]> {
  const common = await commonWords(bed)
  const rare = await rareWords(bed)
  return [
    ...(await measure(bed, {
      figure: 'search for a common word',
      words: common,
      path: '/api/spaces/search?query=',
    })),
    ...(await measure(bed, {
      figure: 'search for a rare word',
      words: rare,
      path: '/api/spaces/search?query=',
    })),
    ...(await measure(bed, {
      figure: 'search box, while one types',
      words: rare,
      path: '/api/spaces/look-up?query=',
    })),
  ]
}

/** Words that stand in at least a twentieth of all that was said. */
async function commonWords({ query }: Bed): Promise<string[]> {
  const found = await query<{ word: string }>(`
    select word from spaces.word_count
    where said_count > (select said_count from spaces.word_count where word = '') / 20 and word ~ '^[a-z]+$'
    order by said_count desc limit 20`)
  return found.map(({ word }) => word)
}

/** Words that stand in a handful of texts. */
async function rareWords({ query }: Bed): Promise<string[]> {
  const found = await query<{ word: string }>(`
    select word from spaces.word_count where said_count between 5 and 25 and word ~ '^[a-z]{5,}$'
    order by md5(word) limit 100`)
  return found.map(({ word }) => word)
}

type Measured = { figure: string; words: readonly string[]; path: string }

async function measure(
  { effort, product, yardstick, readers }: Bed,
  { figure, words, path }: Measured,
): Promise<Figure[]> {
  const loop = { connections: CONNECTIONS, seconds: effort.seconds }
  const ofProduct = readers.map(
    ({ cookie }, index): Question => ({
      path: path + (words[index % words.length] ?? ''),
      headers: { cookie },
    }),
  )
  const ofYardstick = words.map((word): Question => ({ path: `/search?id=${word}` }))
  const found = await inTurn(effort.rounds, {
    yardstick: () => closedLoop({ ...loop, address: yardstick.address, questions: ofYardstick }),
    product: () => closedLoop({ ...loop, address: product.address, questions: ofProduct }),
  })
  const share = found.product.perSecond / found.yardstick.perSecond
  const workload = `${CONNECTIONS} connections, ${words.length} words`
  return [
    {
      figure: `${figure}, throughput`,
      workload,
      yardstick: rate(found.yardstick.perSecond),
      product: rate(found.product.perSecond),
      ratio: percent(share),
      wanted: `≥ ${percent(SHARE_WANTED)}`,
      isMet: share >= SHARE_WANTED,
      answerMs: (1000 * CONNECTIONS) / found.product.perSecond,
    },
    {
      figure: `${figure}, p95`,
      workload,
      yardstick: milliseconds(found.yardstick.p95),
      product: milliseconds(found.product.p95),
      ratio: '',
      wanted: '',
      isMet: undefined,
    },
  ]
}
