// How well similar questions are found, by the function that finds them for people, beside two yardsticks.
import { monotonicMs } from '#platform/clock'
import type { Viewer } from '#platform/ctx'
import type { Db } from '#platform/db'
import { findSimilar } from '../similar/find-similar.ts'
import { TELLING_WORDS_MIN } from '../similar/similar.ts'
import { countWords, fillBareTable, findBare } from './bare-full-text.ts'
import { bm25Over } from './bm25.ts'
import { fillCorpus } from './fill-corpus.ts'
import type { Labelled, Query } from './labelled-questions.ts'
import { type Found, percentile, type Retrieval, retrievalOf, shareOf } from './retrieval.ts'

const DEEPEST = 10
/** As many as the page shows. */
const SHOWN = 5
/** The first questions find nothing in any cache, and are asked once before. */
const WARM_UP = 20

export type Strong = {
  /** Of finds that were told to be most likely the same question: the share that was relevant. */
  precision: number
  count: number
}

export type SimilarEvaluation = {
  understood: string[]
  queries: number
  queriesWithRelevant: number
  systems: Record<'foyer' | 'bm25' | 'fullText', Retrieval>
  strong: {
    /** All that would be shown as strong, and the first find alone. */
    all: Strong
    first: Strong
    /** The share of queries that have a strong find: of those with something relevant, and of the others. */
    shareOfRelevant: number
    shareOfOthers: number
  }
  /** Queries of too few words to be looked for while somebody types; they are asked here all the same. */
  tooFewWords: number
  milliseconds: { p50: number; p95: number }
}

type Answered = {
  query: Query
  places: number[]
  strong: number[]
  wordCount: number
  milliseconds: number
}

/** @param db empty, and filled afterwards */
export async function evaluateSimilar(
  db: Db,
  { labelled, now }: { labelled: Labelled; now: Temporal.Instant },
): Promise<SimilarEvaluation> {
  const texts = labelled.corpus.map(({ text }) => text)
  const answered = await askAll(db, { labelled, texts, now })
  await fillBareTable(db, texts)
  const bm25 = bm25Over(await countWords(db, texts))
  const words = await countWords(
    db,
    labelled.queries.map(({ text }) => text),
  )
  const withRelevant = labelled.queries.flatMap((query, at) =>
    query.relevant.size > 0 ? [{ query, at }] : [],
  )
  const bare: Found[] = []
  for (const { query } of withRelevant) {
    bare.push(foundBy(query, await findBare(db, { text: query.text, limit: DEEPEST + 1 })))
  }
  return {
    understood: labelled.understood,
    queries: labelled.queries.length,
    queriesWithRelevant: withRelevant.length,
    systems: {
      foyer: retrievalOf(withRelevant.flatMap(({ query, at }) => foundBy(query, answered[at]?.places ?? []))),
      bm25: retrievalOf(
        withRelevant.map(({ query, at }) => foundBy(query, bm25(words[at] ?? new Map(), DEEPEST + 1))),
      ),
      fullText: retrievalOf(bare),
    },
    strong: strengthOf(answered),
    tooFewWords: answered.filter(({ wordCount }) => wordCount < TELLING_WORDS_MIN).length,
    milliseconds: timesOf(answered),
  }
}

function foundBy({ relevant, own }: Query, places: readonly number[]): Found {
  return { places: places.filter((place) => place !== own), relevant }
}

type Asking = { labelled: Labelled; texts: readonly string[]; now: Temporal.Instant }

async function askAll(db: Db, { labelled, texts, now }: Asking): Promise<Answered[]> {
  const { viewerId, postIds } = await fillCorpus(db, { texts, now })
  const placeOf = new Map(postIds.map((id, place) => [id, place]))
  const viewer: Viewer = {
    ...{ personId: viewerId, sessionId: '', roles: new Set(), timeZone: undefined, language: 'en' },
  }
  const ask = async (query: Query): Promise<Answered> => {
    const began = monotonicMs()
    const asked = { text: query.text, limit: DEEPEST + 1, wordsMin: 1 }
    const { items, wordCount } = await findSimilar({ db, viewer, now }, asked)
    const milliseconds = monotonicMs() - began
    const placed = items.flatMap(({ postId, isStrong }) => {
      const place = placeOf.get(postId)
      return place === undefined || place === query.own ? [] : [{ place, isStrong }]
    })
    const strong = placed.slice(0, SHOWN).filter(({ isStrong }) => isStrong)
    return {
      query,
      places: placed.map(({ place }) => place),
      strong: strong.map(({ place }) => place),
      wordCount,
      milliseconds,
    }
  }
  for (const query of labelled.queries.slice(0, WARM_UP)) await ask(query)
  const answered: Answered[] = []
  for (const query of labelled.queries) answered.push(await ask(query))
  return answered
}

function strengthOf(answered: readonly Answered[]): SimilarEvaluation['strong'] {
  const precisionOf = (finds: readonly { isRelevant: boolean }[]): Strong => ({
    precision: shareOf(finds.filter(({ isRelevant }) => isRelevant).length, finds.length),
    count: finds.length,
  })
  const all = answered.flatMap(({ query, strong }) =>
    strong.map((place) => ({ isRelevant: query.relevant.has(place) })),
  )
  const first = answered.flatMap(({ query, places, strong }) => {
    const [place] = places
    return place === undefined || strong[0] !== place ? [] : [{ isRelevant: query.relevant.has(place) }]
  })
  const shareStrong = (among: readonly Answered[]) =>
    shareOf(among.filter(({ strong }) => strong.length > 0).length, among.length)
  return {
    all: precisionOf(all),
    first: precisionOf(first),
    shareOfRelevant: shareStrong(answered.filter(({ query }) => query.relevant.size > 0)),
    shareOfOthers: shareStrong(answered.filter(({ query }) => query.relevant.size === 0)),
  }
}

function timesOf(answered: readonly Answered[]): SimilarEvaluation['milliseconds'] {
  const times = answered.map(({ milliseconds }) => milliseconds)
  return { p50: percentile(times, 50), p95: percentile(times, 95) }
}
