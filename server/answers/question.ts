// Rules of how a question stands, and of who may change that. Pure.
import type { QuestionStanding, QuestionState } from '#contract/answers'
import { type Refusal, refusal } from '#platform/refusal'

/** An answer is looked at again after so long, unless its owner says otherwise. */
export const REVIEW_AFTER_DAYS = 180

export type Answered = {
  answerId: string | null
  reviewOn: Temporal.PlainDate | null
  supersededBy: string | null
}

/** @param today the day for whoever looks; on the day of the review itself an answer is not out of date yet */
export function stateOf(
  { answerId, reviewOn, supersededBy }: Answered,
  today: Temporal.PlainDate,
): QuestionState {
  if (supersededBy !== null) return 'superseded'
  if (answerId === null) return 'open'
  const isOver = reviewOn !== null && Temporal.PlainDate.compare(reviewOn, today) < 0
  return isOver ? 'out-of-date' : 'answered'
}

/** On which day an answer is looked at again that was found true today. */
export function reviewAfter(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ days: REVIEW_AFTER_DAYS })
}

/** As whom somebody comes to a question. */
export type Who = { isAsker: boolean; isOwner: boolean; isSteward: boolean; isKeeper: boolean }

/** What somebody may do. What may be done at all is said in one place, so that page and acts agree. */
export function mayOf(who: Who, held: { answerId: unknown; mergedInto: unknown }): QuestionStanding['may'] {
  return {
    accept: whyNotAccept(who, held) === undefined,
    review: whyNotReview(who, held) === undefined,
    lead: whyNotLead(who) === undefined,
    wait: !who.isAsker,
  }
}

export function whyNotAccept(who: Who, { mergedInto }: { mergedInto: unknown }): Refusal | undefined {
  if (!who.isAsker && !who.isOwner && !who.isSteward && !who.isKeeper) {
    return refusal(
      'forbidden',
      'not-yours-to-accept',
      'Whoever asked takes a reply for the answer. So may the stewards, the keepers of the space and whoever answers for the present answer.',
    )
  }
  if (mergedInto === null) return undefined
  return refusal('conflict', 'question-merged', 'This question is part of another one now. Answer that one.')
}

export function whyNotReview(who: Who, { answerId }: { answerId: unknown }): Refusal | undefined {
  if (answerId !== null) return whyNotLead(who)
  return (
    whyNotLead(who) ??
    refusal('conflict', 'not-answered', 'No reply has been taken for the answer to this question yet.')
  )
}

/** Leading to another answer is for whoever answers for the present one, and for stewards, answered or not. */
export function whyNotLead({ isOwner, isSteward }: Who): Refusal | undefined {
  if (isOwner || isSteward) return undefined
  return refusal(
    'forbidden',
    'not-yours-to-review',
    'Only whoever answers for the answer, or a steward, may say whether it still holds.',
  )
}

type Days = { reviewOn: Temporal.PlainDate; today: Temporal.PlainDate }

export function whyNotReviewOn({ reviewOn, today }: Days): Refusal | undefined {
  if (Temporal.PlainDate.compare(reviewOn, today) > 0) return undefined
  return refusal('invalid', 'review-not-ahead', 'Choose a day that is still to come.')
}

export type Superseding = {
  postId: string
  by: { postId: string; answerId: unknown; leadsBack: boolean }
  isReadByAll: boolean
}

export function whyNotSupersede({ postId, by, isReadByAll }: Superseding): Refusal | undefined {
  if (by.postId === postId)
    return refusal('invalid', 'supersedes-itself', 'An answer cannot take the place of itself.')
  if (!isReadByAll) {
    return refusal(
      'conflict',
      'not-read-by-all',
      'Not everybody who reads this question may read the other one. Choose one in the same space, or in an open one.',
    )
  }
  if (by.answerId === null) {
    return refusal('conflict', 'other-not-answered', 'The other question has no answer yet.')
  }
  if (!by.leadsBack) return undefined
  return refusal('conflict', 'superseded-in-a-circle', 'The other question leads back to this one already.')
}

export function whyNotWait({ isAsker }: Pick<Who, 'isAsker'>): Refusal | undefined {
  if (!isAsker) return undefined
  return refusal('conflict', 'asked-yourself', 'You asked this yourself, and hear of its answer anyway.')
}
