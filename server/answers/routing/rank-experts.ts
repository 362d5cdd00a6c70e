// Who may know the answer: from what people answered well and lately, less for whom much waits already. Pure.
import type { PersonId, PostId } from '#contract/ref'

/** Something that somebody said in answer to a question near to the one that is asked. */
export type Contribution = {
  postId: PostId
  personId: PersonId
  /** How near the question is, from 0 to 1. */
  nearness: number
  kind: Association
  at: Temporal.Instant
}

/** Taken for the answer, said to the question, or said to another reply. */
export type Association = 'accepted' | 'answer' | 'comment'

export type Candidate = {
  personId: PersonId
  isExecutive: boolean
  /** How many questions wait for them. */
  open: number
}

export type Ranked = {
  personId: PersonId
  isExecutive: boolean
  score: number
  open: number
  /** How many near questions they answered, and in how many they spoke at all. */
  answered: number
  spoke: number
  lastAt: Temporal.Instant
}

/** How much each says of knowing it: our own choices (methods of expert finding weigh by hand as well). */
const ASSOCIATION: Readonly<Record<Association, number>> = { accepted: 1, answer: 0.5, comment: 0.1 }
const HALF_LIFE_DAYS = 365
/** With so many open requests, somebody counts half. */
const OPEN_HALVES = 3

/**
 * score = Σ over near questions of nearness · association · 2^(−age / 365 days), times 1 / (1 + open / 3). Of all that
 * somebody said to one question what counts most counts, so that ten remarks are no answer. Executives come last, as
 * most that reaches them could be answered by somebody else.
 */
export function rankExperts(
  contributions: readonly Contribution[],
  candidates: readonly Candidate[],
  now: Temporal.Instant,
): Ranked[] {
  const said = Map.groupBy(contributions, ({ personId }) => personId)
  return candidates
    .flatMap((candidate) => rankOf(candidate, said.get(candidate.personId) ?? [], now) ?? [])
    .toSorted(inOrder)
}

function rankOf(
  { personId, isExecutive, open }: Candidate,
  said: readonly Contribution[],
  now: Temporal.Instant,
): Ranked | undefined {
  const questions = [...Map.groupBy(said, ({ postId }) => postId).values()]
  const answers = said.filter(({ kind }) => kind !== 'comment')
  const lastAt = (answers.length > 0 ? answers : said)
    .map(({ at }) => at)
    .toSorted(Temporal.Instant.compare)
    .at(-1)
  if (lastAt === undefined) return undefined
  const worths = questions.map((each) => Math.max(...each.map((contribution) => worthOf(contribution, now))))
  const total = worths.toSorted((one, other) => one - other).reduce((sum, worth) => sum + worth, 0)
  return {
    ...{ personId, isExecutive, open, lastAt },
    score: total / (1 + open / OPEN_HALVES),
    answered: new Set(answers.map(({ postId }) => postId)).size,
    spoke: questions.length,
  }
}

function worthOf({ nearness, kind, at }: Contribution, now: Temporal.Instant): number {
  const days = Math.max(0, at.until(now).total('hours') / 24)
  return nearness * ASSOCIATION[kind] * 2 ** (-days / HALF_LIFE_DAYS)
}

function inOrder(one: Ranked, other: Ranked): number {
  return (
    Number(one.isExecutive) - Number(other.isExecutive) ||
    other.score - one.score ||
    (one.personId < other.personId ? -1 : 1)
  )
}

/** Whether nobody else answered anything like it. */
export function isOnlyOne(ranked: readonly Ranked[], personId: PersonId): boolean {
  const answering = ranked.filter(({ answered }) => answered > 0)
  return answering.length === 1 && answering[0]?.personId === personId
}
