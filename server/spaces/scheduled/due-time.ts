// When a post that waits is due: a time on somebody's clocks as an instant. Pure.
import { type Refusal, refusal } from '#platform/refusal'

const AHEAD_DAYS_MAX = 366
const SCHEDULED_MAX = 50

type OnClock = { on: string; timeZone: string }

/**
 * The instant at which the clocks of a zone show a time. Where they skip it, as in spring, it is as much later as they
 * skip; where they show it twice, as in autumn, it is the first time.
 * @returns undefined for a day, a time or a zone that there is none of
 */
export function instantOn({ on, timeZone }: OnClock): Temporal.Instant | undefined {
  try {
    const local = Temporal.PlainDateTime.from(on, { overflow: 'reject' })
    return local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export function whyNotThen(at: Temporal.Instant | undefined, now: Temporal.Instant): Refusal | undefined {
  if (at === undefined) {
    return refusal('invalid', 'no-such-time', 'There is no such day, time or time zone. Choose another.')
  }
  if (Temporal.Instant.compare(at, now) <= 0) {
    return refusal('invalid', 'time-is-over', 'This time is over. Choose a later one, or post it now.')
  }
  if (Temporal.Instant.compare(at, now.add({ hours: 24 * AHEAD_DAYS_MAX })) > 0) {
    return refusal('invalid', 'too-far-ahead', 'A post waits for a year at the most. Choose an earlier time.')
  }
  return undefined
}

export function whyNotOneMore(count: number): Refusal | undefined {
  if (count < SCHEDULED_MAX) return undefined
  return refusal(
    'conflict',
    'too-many-scheduled',
    'You have {count} posts that wait already. Post or delete one of them first.',
    { count: SCHEDULED_MAX },
  )
}
