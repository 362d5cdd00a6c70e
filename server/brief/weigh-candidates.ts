// The first three steps of a brief: gather what every room offers, hydrate it with what lies between reader and author,
// and weigh it. Nothing after `at` is seen.
import { sql } from 'kysely'
import type { Minutes } from '#contract/brief'
import type { PersonId, SaidId } from '#contract/ref'
import type { Candidate, CardSource } from '#platform/cards'
import type { Db } from '#platform/db'
import type { Reader } from '#rooms/people'
import { worthOfCame } from './attention/came-of-it.ts'
import { pinnedKeyOf } from './delegates/preparing.ts'
import { seedOf } from './drawn.ts'
import { type Between, featuresOf, returnsOf } from './features-of.ts'
import { foldCandidates } from './fold-candidates.ts'
import { ACTION_SECONDS, countWords, secondsOf } from './reading-time.ts'
import { reflectCandidate } from './reflect-prompts.ts'
import { remembered } from './remembered.ts'
import { worthOfReview } from './review-due.ts'
import { type Features, type Term, type Weights, worthOf } from './worth.ts'

export type BriefQuestion = {
  db: Db
  reader: Reader
  at: Temporal.Instant
  minutes: Minutes
  wordsPerMinute: number
  /** Of languages in which the reader reads at a pace of their own. */
  paceByLanguage?: ReadonlyMap<string, number>
  weights: Weights
  /** The week's minutes are spent, and the reader asks for more all the same. */
  isOverBudget?: boolean
  /** Which of the candidates, by their keys, reached the reader already by another way. */
  leaveOut?: ((candidates: readonly Candidate[]) => Promise<ReadonlySet<string>>) | undefined
}

export type Weighed = {
  key: string
  kind: Candidate['kind']
  authorId: PersonId | undefined
  seconds: number
  worth: number
  candidate: Candidate
  features: Features
  terms: Term[]
}

/** Below this a card is not worth the turn of a page. */
const WORTH_MIN = 0.5
/** A prompt to reflect has no facts to weigh; it comes when nothing better needs its seconds. */
const REFLECT_WORTH = 0.6
const TIES_DAYS = 365

/** All that could be in a brief, each with its worth and its seconds. */
export async function weighCandidates(
  question: BriefQuestion,
  sources: readonly CardSource[],
): Promise<Weighed[]> {
  const candidates = await gather(question, sources)
  const between = await hydrate(question, candidates)
  const paces = await pacesOf(question, candidates)
  const returns = returnsOf(between.values())
  return candidates.map((candidate) => weigh(question, { candidate, between, returns, paces }))
}

/** What only asks, and does so weakly or automatically, is left for the feed. Voices have a share to fill. */
export function isWorthwhile({ worth, kind }: Weighed): boolean {
  return worth >= (kind === 'unheard' ? 0 : WORTH_MIN)
}

/** What every room offers, less what the reader is done with. */
async function gather(
  { db, reader, at, leaveOut }: BriefQuestion,
  sources: readonly CardSource[],
): Promise<Candidate[]> {
  const readerId = reader.ref.id
  const seed = seedOf(readerId, at)
  const offers = await Promise.all(sources.map((source) => source({ db, readerId, at, seed })))
  const candidates = foldCandidates([...offers.flat(), reflectCandidate(at)])
  const done = await sql<{ key: string }>`
    select distinct o.card_key as key from brief.outcome o
    where o.person_id = ${readerId} and o.card_key = any (${candidates.flatMap(keysOf)}::text[])
      and o.at <= ${at} and (o.back_at is null or o.back_at > ${at})`.execute(db)
  const doneKeys = new Set(done.rows.map(({ key }) => key))
  const waiting = candidates.filter((candidate) => !keysOf(candidate).some((key) => doneKeys.has(key)))
  const leftOut = await leaveOut?.(waiting)
  return leftOut === undefined ? waiting : waiting.filter(({ key }) => !leftOut.has(key))
}

/** A candidate is also done with under the key that it had where a delegate pinned it. */
function keysOf({ key, saidId }: Candidate): string[] {
  return saidId === undefined ? [key] : [key, pinnedKeyOf(saidId)]
}

/** What lies between the reader and each author: steps in the tree, and how often each turned to the other. */
async function hydrate(
  { db, reader, at }: BriefQuestion,
  candidates: readonly Candidate[],
): Promise<Map<PersonId, Between>> {
  const authorIds = [...new Set(candidates.flatMap(({ authorId }) => authorId ?? []))]
  const found = await sql<{ id: PersonId; distance: number | null; given: number; received: number }>`
    select a.id, d.distance, coalesce(t.given, 0) as given, coalesce(t.received, 0) as received
    from unnest(${authorIds}::uuid[]) as a (id)
    left join people.distances(${reader.ref.id}, ${authorIds}::uuid[]) d on d.person_id = a.id
    left join spaces.ties(${reader.ref.id}, ${authorIds}::uuid[], ${at.subtract({ hours: 24 * TIES_DAYS })}, ${at}) t
      on t.person_id = a.id`.execute(db)
  return new Map(
    found.rows.map(({ id, distance, given, received }) => [
      id,
      { distance: distance ?? undefined, given, received },
    ]),
  )
}

type Paces = ReadonlyMap<SaidId | undefined, number>

/** The reader's pace for what is in a language of which they have one; asked for only where they do. */
async function pacesOf(
  { db, paceByLanguage }: BriefQuestion,
  candidates: readonly Candidate[],
): Promise<Paces> {
  if (paceByLanguage === undefined || paceByLanguage.size === 0) return new Map()
  const saidIds = candidates.flatMap(({ saidId }) => saidId ?? [])
  const found = await sql<{ id: SaidId; language: string }>`
    select asked.id, w.language from unnest(${saidIds}::uuid[]) as asked (id)
    cross join lateral (select language from spaces.spoken where said_id = asked.id limit 1) w
    where w.language = any (${[...paceByLanguage.keys()]}::text[])`.execute(db)
  return new Map(found.rows.map(({ id, language }) => [id, paceByLanguage.get(language) ?? 0]))
}

/** What has its worth by itself: a prompt to reflect, what came of the reader's own words, and what they answer for. */
function worthWithoutTerms({ kind, facts }: Candidate): Pick<Weighed, 'worth' | 'terms'> | undefined {
  if (kind === 'reflect') return { worth: REFLECT_WORTH, terms: [] }
  if (facts.review !== undefined) return { worth: worthOfReview(facts.review), terms: [] }
  return facts.came === undefined ? undefined : { worth: worthOfCame(facts.came), terms: [] }
}

const NOTHING_BETWEEN: Between = { distance: undefined, given: 0, received: 0 }

/** The same posts come before many readers, and counting is the dearest part of weighing them. */
const wordsIn = remembered(countWords, 10_000)

function weigh(
  { reader, at, weights, wordsPerMinute }: BriefQuestion,
  {
    candidate,
    between,
    returns,
    paces,
  }: { candidate: Candidate; between: ReadonlyMap<PersonId, Between>; returns: number; paces: Paces },
): Weighed {
  const { key, kind, authorId } = candidate
  const known = authorId === undefined ? undefined : between.get(authorId)
  const features = featuresOf(candidate, {
    between: known ?? NOTHING_BETWEEN,
    reader: { name: reader.ref.name, purpose: reader.purpose, returns },
    at,
  })
  const { worth, terms } = worthWithoutTerms(candidate) ?? worthOf(features, weights)
  const words = wordsIn(candidate.title ?? '') + wordsIn(candidate.prompt ?? candidate.body)
  const seconds = secondsOf({
    words,
    actionSeconds: ACTION_SECONDS[kind],
    wordsPerMinute: paces.get(candidate.saidId) ?? wordsPerMinute,
  })
  return { key, kind, authorId, seconds, worth, candidate, features, terms }
}
