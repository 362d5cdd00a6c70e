// What was answered after a morning, and which of the candidates of that morning it answered. Pure.
import type { Candidate } from '#platform/cards'
import type { AnswerGiven } from '#rooms/spaces'
import { threadMarks } from '../fold-candidates.ts'

/** The answers of the days after one morning. */
export type Aftermath = { at: Temporal.Instant; answers: readonly AnswerGiven[] }

/** @param days how long after the morning an answer still counts */
export function aftermathOf(answers: readonly AnswerGiven[], at: Temporal.Instant, days: number): Aftermath {
  const until = at.add({ hours: 24 * days })
  const isWithin = ({ at: said }: AnswerGiven) =>
    Temporal.Instant.compare(said, at) > 0 && Temporal.Instant.compare(said, until) <= 0
  return { at, answers: answers.filter(isWithin) }
}

/**
 * Whether a candidate was answered: in its thread, or in one of the same subject, in words that its author can read.
 * A forward to somebody else is no answer.
 */
export function wasAnswered({ postId, title, authorId }: Candidate, { answers }: Aftermath): boolean {
  if (postId === undefined || authorId === undefined) return false
  const marks = new Set(threadMarks(postId, title))
  return answers.some(
    (answer) =>
      (answer.readerIds === undefined || answer.readerIds.includes(authorId)) &&
      marksOf(answer).some((mark) => marks.has(mark)),
  )
}

/**
 * How many threads there were to answer on a morning, judged by what was answered later, and how many of them no
 * candidate stood for.
 */
export function threadsMissed(
  candidates: readonly Candidate[],
  { at, answers }: Aftermath,
): { threads: number; missed: number } {
  const offered = new Set(
    candidates.flatMap(({ postId, title }) => (postId ? threadMarks(postId, title) : [])),
  )
  const stood = answers.filter(
    (answer) =>
      Temporal.Instant.compare(answer.answeredAt, at) <= 0 &&
      (answer.readerIds === undefined || answer.readerIds.includes(answer.answeredAuthorId)),
  )
  const threads = Map.groupBy(stood, ({ threadId }) => threadId)
  const missed = [...threads.values()].filter(
    (of) => !of.some((each) => marksOf(each).some((m) => offered.has(m))),
  )
  return { threads: threads.size, missed: missed.length }
}

function marksOf({ threadId, threadTitle }: AnswerGiven): string[] {
  return threadMarks(threadId, threadTitle ?? undefined)
}
