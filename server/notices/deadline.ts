// The rules of a deadline: what somebody needs answered by when. Pure.
import type { PersonId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** Further ahead nothing is so urgent that it could not wait for a batch. */
const DEADLINE_HOURS_MAX = 4

type Marked = { authorId: PersonId; viewerId: PersonId; dueAt: Temporal.Instant; now: Temporal.Instant }

export function whyNotDeadline({ authorId, viewerId, dueAt, now }: Marked): Refusal | undefined {
  if (authorId !== viewerId)
    return refusal(
      'forbidden',
      'not-your-words',
      'Only its author can say by when something needs an answer.',
    )
  if (Temporal.Instant.compare(dueAt, now) <= 0)
    return refusal('invalid', 'deadline-past', 'That time is over. Choose one to come.')
  if (Temporal.Instant.compare(dueAt, now.add({ hours: DEADLINE_HOURS_MAX })) > 0)
    return refusal(
      'invalid',
      'deadline-far',
      'A deadline lies at most {hours} hours ahead. What can wait longer comes with the next batch anyway.',
      { hours: DEADLINE_HOURS_MAX },
    )
  return undefined
}
