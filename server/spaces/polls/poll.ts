// Rules of polls: who may do what until when. Pure.
import type { GivenPoll, PollShows } from '#contract/polls'
import type { PersonId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** A poll as it is kept with its post. */
export type KeptPoll = {
  question: string | null
  options: string[]
  takesSeveral: boolean
  shows: PollShows
  closesAt: string | null
  closedAt: string | null
}

const OPEN_DAYS_MAX = 366

/** What is kept of a poll that somebody gave. */
export function keptPoll({ question, options, takesSeveral, shows, closesAt }: GivenPoll): KeptPoll {
  return {
    question: question === undefined || question === '' ? null : question,
    options,
    takesSeveral,
    shows,
    closesAt: closesAt === undefined ? null : Temporal.Instant.from(closesAt).toString(),
    closedAt: null,
  }
}

export function whyNotBegin(
  { closesAt }: Pick<GivenPoll, 'closesAt'>,
  now: Temporal.Instant,
): Refusal | undefined {
  if (closesAt === undefined) return undefined
  const at = Temporal.Instant.from(closesAt)
  if (Temporal.Instant.compare(at, now) <= 0) {
    return refusal(
      'invalid',
      'closes-in-the-past',
      'The poll would close before it opens. Give a later time.',
    )
  }
  if (Temporal.Instant.compare(at, now.add({ hours: 24 * OPEN_DAYS_MAX })) > 0) {
    return refusal('invalid', 'closes-too-late', 'A poll is open for a year at most. Give an earlier time.')
  }
  return undefined
}

/** Open is a poll until it is closed, and until its time is over, also while nobody has yet noted that. */
function isOpen({ closesAt, closedAt }: KeptPoll, now: Temporal.Instant): boolean {
  if (closedAt !== null) return false
  return closesAt === null || Temporal.Instant.compare(now, closesAt) < 0
}

export function whyNotVote(
  poll: KeptPoll,
  { choices, now }: { choices: readonly number[]; now: Temporal.Instant },
): Refusal | undefined {
  if (!isOpen(poll, now)) return closed()
  if (choices.some((choice) => choice >= poll.options.length)) {
    return refusal('invalid', 'no-such-option', 'One of these options is not in the poll. Load it anew.')
  }
  if (!poll.takesSeveral && choices.length > 1) {
    return refusal('invalid', 'one-choice', 'This poll takes one choice. Choose one of the options.')
  }
  return undefined
}

export function whyNotTakeBack(poll: KeptPoll, now: Temporal.Instant): Refusal | undefined {
  return isOpen(poll, now) ? undefined : closed()
}

type Held = { authorId: PersonId; poll: KeptPoll }
type Doing = { viewerId: PersonId; now: Temporal.Instant }

export function whyNotClose({ authorId, poll }: Held, { viewerId, now }: Doing): Refusal | undefined {
  if (authorId !== viewerId) {
    return refusal('forbidden', 'not-your-words', 'Only its author can change or close a poll.')
  }
  return isOpen(poll, now) ? undefined : closed()
}

/** Who voted chose among these options, so they stay from then on. */
export function whyNotChange(held: Held & { answered: number }, doing: Doing): Refusal | undefined {
  const no = whyNotClose(held, doing)
  if (no !== undefined || held.answered === 0) return no
  return refusal(
    'conflict',
    'already-voted',
    'Somebody voted, so the poll stays as it is. Close it and ask anew in another post.',
  )
}

function closed(): Refusal {
  return refusal('conflict', 'poll-closed', 'This poll is closed. What was chosen stays.')
}
