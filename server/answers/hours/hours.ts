// Rules of office hours: when they may be, what may be done when, and which question comes next. Pure.
import { HOURS_LIMITS, type HoursQuestion, type HoursState } from '#contract/office-hours'
import { type Refusal, refusal } from '#platform/refusal'

export type Span = { opensAt: Temporal.Instant; beginsAt: Temporal.Instant; endsAt: Temporal.Instant }
export type Slot = Span & { cancelledAt: Temporal.Instant | null }

const MINUTES_MIN = 15
/** Three days are an hour longer where the clocks go back in between. */
const MINUTES_MAX = (3 * 24 + 1) * 60
const DAYS_AHEAD_MAX = 366
/** Whoever begins at once needs some minutes to fill in the form. */
const MINUTES_LATE_MAX = 10

const isAfter = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0

export function stateOf({ cancelledAt, beginsAt, endsAt }: Slot, now: Temporal.Instant): HoursState {
  if (cancelledAt !== null) return 'cancelled'
  if (!isAfter(endsAt, now)) return 'over'
  return isAfter(beginsAt, now) ? 'coming' : 'on'
}

export function takesQuestions(slot: Slot, now: Temporal.Instant): boolean {
  const state = stateOf(slot, now)
  return (state === 'coming' || state === 'on') && !isAfter(slot.opensAt, now)
}

/** `begun` is when a slot that is moved began, if it has: that may stay as it is, though it lies in the past. */
type Wanted = Span & { begun?: Temporal.Instant | undefined }

export function whyNotSpan(
  { opensAt, beginsAt, endsAt, begun }: Wanted,
  now: Temporal.Instant,
): Refusal | undefined {
  const minutes = beginsAt.until(endsAt).total('minutes')
  if (minutes <= 0)
    return refusal('invalid', 'ends-before-it-begins', 'The end has to be after the beginning.')
  if (minutes < MINUTES_MIN || minutes > MINUTES_MAX)
    return refusal('invalid', 'wrong-length', 'Office hours last between 15 minutes and three days.')
  const isAsItWas = begun?.equals(beginsAt) ?? false
  if (!isAsItWas && isAfter(now.subtract({ minutes: MINUTES_LATE_MAX }), beginsAt))
    return refusal('invalid', 'begins-in-the-past', 'This time is over already. Choose one that is to come.')
  if (!isAfter(endsAt, now))
    return refusal('invalid', 'ends-in-the-past', 'The end is over already. Choose one that is to come.')
  if (isAfter(beginsAt, now.add({ hours: 24 * DAYS_AHEAD_MAX })))
    return refusal('invalid', 'too-far-ahead', 'Office hours begin within a year.')
  if (isAfter(opensAt, beginsAt))
    return refusal('invalid', 'opens-late', 'Questions have to be taken from the beginning at the latest.')
  return undefined
}

/** Why a slot cannot be changed any more. */
export function whyNotChange(slot: Slot, now: Temporal.Instant): Refusal | undefined {
  const state = stateOf(slot, now)
  if (state === 'cancelled')
    return refusal('conflict', 'hours-cancelled', 'These office hours were cancelled.')
  if (state === 'over') return refusal('conflict', 'hours-over', 'These office hours are over.')
  return undefined
}

/** Why only what goes on while they are on cannot be done. */
export function whyNotNow(slot: Slot, now: Temporal.Instant): Refusal | undefined {
  const gone = whyNotChange(slot, now)
  if (gone !== undefined || stateOf(slot, now) === 'on') return gone
  return refusal('conflict', 'hours-not-on', 'These office hours have not begun yet.')
}

export function whyNotVote(slot: Slot, now: Temporal.Instant): Refusal | undefined {
  const gone = whyNotChange(slot, now)
  if (gone !== undefined || takesQuestions(slot, now)) return gone
  return refusal('conflict', 'queue-not-open', 'Questions are not taken yet.')
}

/** Why a question cannot be voted for, answered or dealt with otherwise. */
export function whyNotWaiting(question: { isSetAside: boolean; isAnswered: boolean }): Refusal | undefined {
  if (question.isAnswered) return refusal('conflict', 'answered', 'This question is answered already.')
  if (!question.isSetAside) return undefined
  return refusal('conflict', 'set-aside', 'This question was set aside, so it does not wait any more.')
}

type Queued = { ofPerson: number; inQueue: number }

/** @param queued how many open questions there are, of whoever asks and of all */
export function whyNotAsk(slot: Slot, queued: Queued, now: Temporal.Instant): Refusal | undefined {
  const { openQuestionsOfPerson, questionsInQueue } = HOURS_LIMITS
  if (queued.ofPerson >= openQuestionsOfPerson) {
    return refusal(
      'conflict',
      'enough-questions-of-yours',
      'You have {most} open questions here. Ask the next one when one of them is answered.',
      { most: openQuestionsOfPerson },
    )
  }
  if (queued.inQueue >= questionsInQueue) {
    return refusal(
      'conflict',
      'queue-full',
      'The queue is full with {most} questions. Vote for one of them, or ask in the space.',
      { most: questionsInQueue },
    )
  }
  return whyNotVote(slot, now)
}

type Placed = Pick<HoursQuestion, 'postId' | 'votes' | 'isSkipped' | 'standing'>

const PLACES: Record<HoursQuestion['standing'], number> = { waiting: 0, answered: 2, 'set-aside': 3 }

const placeOf = ({ standing, isSkipped }: Placed) =>
  PLACES[standing] + (standing === 'waiting' && isSkipped ? 1 : 0)

/**
 * The most wanted first, among those as wanted the earlier. What was left for later comes behind the others that wait,
 * then what is answered, then what was set aside.
 * @param at when each was asked
 */
export function inOrder<Q extends Placed>(
  questions: readonly Q[],
  at: (question: Q) => Temporal.Instant,
): Q[] {
  return questions.toSorted(
    (one, other) =>
      placeOf(one) - placeOf(other) ||
      other.votes - one.votes ||
      Temporal.Instant.compare(at(one), at(other)) ||
      (one.postId < other.postId ? -1 : 1),
  )
}
