// When things were said, counted back from today.
import type { SampleTime } from './sample.ts'

/** The instant of a clock time in a zone, so many days before a day. */
export function spokenAt(
  { daysBefore, clock }: SampleTime,
  { today, timeZone }: { today: Temporal.PlainDate; timeZone: string },
): Temporal.Instant {
  return today.subtract({ days: daysBefore }).toZonedDateTime({ timeZone, plainTime: clock }).toInstant()
}

/** More than any zone is ahead of another, in days. */
const DAYS_AHEAD = 1
const DAYS_BACK_MAX = 3

/**
 * The latest day that, taken for today, leaves nothing of all this in the future. It is the same for everybody, so
 * that who answers from another zone does not answer before the question.
 */
export function todayFor(
  times: readonly { at: SampleTime; timeZone: string }[],
  now: Temporal.Instant,
): Temporal.PlainDate {
  const latest = now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: DAYS_AHEAD })
  const days = Array.from({ length: DAYS_BACK_MAX + 1 }, (_, back) => latest.subtract({ days: back }))
  const found = days.find((today) =>
    times.every(({ at, timeZone }) => Temporal.Instant.compare(spokenAt(at, { today, timeZone }), now) <= 0),
  )
  return found ?? latest.subtract({ days: DAYS_BACK_MAX })
}
