// Builds a brief: gather, hydrate, rule, present. Nothing is kept here, and nothing after `at` is seen.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { CardSource } from '#platform/cards'
import { writtenDown } from '#platform/say'
import { chooseLongestWaiting } from './attention/longest-waiting.ts'
import { chooseCards } from './choose-cards.ts'
import { drawOf, seedOf } from './drawn.ts'
import { lineOf } from './line-of.ts'
import type { Plan, PlannedCard } from './planned-card.ts'
import { whyReview } from './review-due.ts'
import { type BriefQuestion, isWorthwhile, type Weighed, weighCandidates } from './weigh-candidates.ts'
import { sentenceOf, whyOf } from './why.ts'

export async function planBrief(question: BriefQuestion, sources: readonly CardSource[]): Promise<Plan> {
  const weighed = await weighCandidates(question, sources)
  const choose = question.isOverBudget ? chooseLongestWaiting : chooseCards<Weighed>
  const choice = choose(weighed.filter(isWorthwhile), question.minutes * 60)
  const authors = await authorNames(question, choice.cards)
  return {
    cards: choice.cards.map((card) => present(card, { question, authors })),
    draw: drawOf(seedOf(question.reader.ref.id, question.at), choice.cards),
    leftOut: [],
    candidateCount: weighed.length,
    secondsPlanned: choice.secondsPlanned,
    secondsUnheard: choice.unheardSeconds,
  }
}

async function authorNames({ db }: BriefQuestion, cards: readonly Weighed[]): Promise<Map<PersonId, string>> {
  const ids = cards.flatMap(({ authorId }) => authorId ?? [])
  const found = await sql<{ id: PersonId; name: string }>`
    select card.id, card.ref ->> 'name' as name from people.person_card card
    where card.id = any (${ids}::uuid[])`.execute(db)
  return new Map(found.rows.map(({ id, name }) => [id, name]))
}

function present(
  { candidate, features, terms, seconds }: Weighed,
  { question, authors }: { question: BriefQuestion; authors: ReadonlyMap<PersonId, string> },
): PlannedCard {
  const author = candidate.authorId === undefined ? undefined : authors.get(candidate.authorId)
  const { told } = candidate
  const { came, review } = candidate.facts
  const names = { author, purpose: question.reader.purpose }
  const why = review === undefined ? whyOf(candidate.kind, features, names) : whyReview(review)
  return {
    key: candidate.key,
    kind: candidate.kind,
    saidId: candidate.saidId ?? null,
    postId: candidate.postId ?? null,
    replyId: candidate.replyId ?? null,
    headline: writtenDown(told?.headline ?? why.headline),
    line: lineOf(candidate, author),
    facts:
      candidate.kind === 'reflect' || came !== undefined
        ? []
        : [...(told?.facts ?? []), ...why.facts].map(writtenDown),
    ...(came !== undefined && { came: { ...came, saidAt: candidate.at.toString() } }),
    ...(review !== undefined && { reviewOn: review.reviewOn }),
    ...(told?.way !== undefined && {
      way: { address: told.way.address, label: writtenDown(told.way.label) },
    }),
    terms: terms.map(({ feature, points }) => ({
      feature,
      sentence: writtenDown(sentenceOf(feature, features, names) ?? { message: feature }),
      points: Math.round(points * 100) / 100,
    })),
    seconds,
    prompt: candidate.prompt ?? null,
    actions: candidate.actions,
  }
}
