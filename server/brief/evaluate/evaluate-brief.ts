// Judges the brief by what its reader then did: for each morning of a period it is built as of that morning, and its
// candidates are compared with what was answered in the days after.
import { sql } from 'kysely'
import type { CardKind, Minutes } from '#contract/brief'
import type { PersonId } from '#contract/ref'
import type { CardSource } from '#platform/cards'
import type { Db } from '#platform/db'
import type { Reader } from '#rooms/people'
import { listAnswersGiven } from '#rooms/spaces'
import { chooseCards } from '../choose-cards.ts'
import { READING_PACE } from '../reading-time.ts'
import { isWorthwhile, type Weighed, weighCandidates } from '../weigh-candidates.ts'
import { DEFAULT_WEIGHTS } from '../worth.ts'
import { type Aftermath, aftermathOf, threadsMissed, wasAnswered } from './answered.ts'
import {
  type JudgedCandidate,
  type JudgedMorning,
  judgeOrders,
  type Order,
  type OrderFigures,
} from './judge-orders.ts'
import { type Morning, morningsOf, type Period } from './mornings.ts'

export type Evaluation = {
  person: string
  period: { from: string; to: string; time: string; timeZone: string }
  minutes: Minutes
  /** How long after a morning an answer counts. */
  answerDays: number
  workingDays: number
  /** Those with any candidate, and those with one that was answered. */
  days: { withCandidates: number; withAnswered: number }
  /** Over all mornings; what waits for days is counted each morning. */
  candidates: number
  answered: number
  /** Threads that were answered and had been there in the morning, and those of them that no candidate stood for. */
  threads: { answered: number; missed: number }
  orders: Readonly<Record<Order, OrderFigures>>
}

export type EvaluationQuestion = {
  db: Db
  reader: Reader
  period: Period
  minutes: Minutes
  answerDays: number
}

export async function evaluateBrief(
  question: EvaluationQuestion,
  sources: readonly CardSource[],
): Promise<Evaluation> {
  const { db, reader, period, minutes, answerDays } = question
  const mornings = morningsOf(period)
  const judged: JudgedMorning[] = []
  const threads = { answered: 0, missed: 0 }
  const [first, last] = [mornings[0], mornings.at(-1)]
  const span = first && last && { after: first.at, until: last.at.add({ hours: 24 * answerDays }) }
  const answers = span === undefined ? [] : await listAnswersGiven(db, reader.ref.id, span)
  for (const morning of mornings) {
    const aftermath = aftermathOf(answers, morning.at, answerDays)
    const weighed = await weighedOn(question, morning, sources)
    const missed = threadsMissed(
      weighed.map(({ candidate }) => candidate),
      aftermath,
    )
    threads.answered += missed.threads
    threads.missed += missed.missed
    if (weighed.length > 0) {
      judged.push({ day: morning.day, candidates: await judge(question, { weighed, aftermath }) })
    }
  }
  const candidates = judged.flatMap((morning) => morning.candidates)
  const isAnswered = (candidate: JudgedCandidate) => candidate.isAnswered
  return {
    person: reader.ref.name,
    period: {
      from: period.from.toString(),
      to: period.to.toString(),
      time: period.time.toString({ smallestUnit: 'minute' }),
      timeZone: period.timeZone,
    },
    minutes,
    answerDays,
    workingDays: mornings.length,
    days: {
      withCandidates: judged.length,
      withAnswered: judged.filter((morning) => morning.candidates.some(isAnswered)).length,
    },
    candidates: candidates.length,
    answered: candidates.filter(isAnswered).length,
    threads,
    orders: judgeOrders(judged, minutes * 60),
  }
}

/** A prompt, and what came of the reader's own words. */
const UNANSWERABLE: ReadonlySet<CardKind> = new Set(['reflect', 'reactions'])

/** All that could have been in the brief of a morning and that can be answered. */
async function weighedOn(
  { db, reader, minutes }: EvaluationQuestion,
  { at }: Morning,
  sources: readonly CardSource[],
): Promise<Weighed[]> {
  const wordsPerMinute = READING_PACE.default
  const question = { db, reader, at, minutes, wordsPerMinute, weights: DEFAULT_WEIGHTS }
  return (await weighCandidates(question, sources)).filter(({ kind }) => !UNANSWERABLE.has(kind))
}

async function judge(
  { db, reader, minutes }: EvaluationQuestion,
  { weighed, aftermath }: { weighed: readonly Weighed[]; aftermath: Aftermath },
): Promise<JudgedCandidate[]> {
  const chosen = chooseCards(weighed.filter(isWorthwhile), minutes * 60).cards
  const chosenKeys = new Set(chosen.map(({ key }) => key))
  const turns = await turnsBetween(db, { readerId: reader.ref.id, weighed, at: aftermath.at })
  return weighed.map(({ key, seconds, worth, authorId, candidate }) => {
    const hoursOld = candidate.at.until(aftermath.at).total('hours')
    const { given = 0, received = 0 } = (authorId && turns.get(authorId)) || {}
    return {
      key,
      seconds,
      hoursOld,
      isAnswered: wasAnswered(candidate, aftermath),
      isChosen: chosenKeys.has(key),
      scores: { foyer: worth, newest: -hoursOld, 'written-to': given, 'written-by': received },
    }
  })
}

type Turns = { given: number; received: number }

/** How often reader and author ever turned to each other before. */
async function turnsBetween(
  db: Db,
  { readerId, weighed, at }: { readerId: PersonId; weighed: readonly Weighed[]; at: Temporal.Instant },
): Promise<Map<PersonId, Turns>> {
  const authorIds = [...new Set(weighed.flatMap(({ authorId }) => authorId ?? []))]
  const found = await sql<Turns & { id: PersonId }>`
    select t.person_id as id, t.given, t.received
    from spaces.ties(${readerId}, ${authorIds}::uuid[], '-infinity', ${at}) t`.execute(db)
  return new Map(found.rows.map(({ id, given, received }) => [id, { given, received }]))
}
