// When somebody may be told of something, in their own zone. Pure; the clock on the wall is asked for anew each time, so
// that summer time moves nothing.

export type Rhythm = {
  /** An IANA name. */
  timeZone: string
  /** 1 is Monday. All other days are quiet. */
  weekdays: readonly number[]
  /** When batches go, such as `08:00`. */
  times: readonly string[]
  /** The hours in which nothing goes; the same twice means none. They may reach over midnight. */
  quiet: { from: string; until: string }
}

/** Beyond two weeks nothing new comes: every week is like every other, but for the one in which the clocks change. */
const DAYS_AHEAD = 15

/** Whether an instant lies in quiet hours or on a quiet day. */
export function isQuiet(at: Temporal.Instant, { timeZone, weekdays, quiet }: Rhythm): boolean {
  const local = at.toZonedDateTimeISO(timeZone)
  return !weekdays.includes(local.dayOfWeek) || isWithin(local.toPlainTime(), quiet)
}

/** Whether a time such as `08:00` lies in quiet hours, from their first minute up to but not including their end. */
export function isQuietTime(time: string, quiet: Rhythm['quiet']): boolean {
  return isWithin(Temporal.PlainTime.from(time), quiet)
}

function isWithin(time: Temporal.PlainTime, quiet: Rhythm['quiet']): boolean {
  const [from, until] = [Temporal.PlainTime.from(quiet.from), Temporal.PlainTime.from(quiet.until)]
  const isAfterFrom = Temporal.PlainTime.compare(time, from) >= 0
  const isBeforeUntil = Temporal.PlainTime.compare(time, until) < 0
  return Temporal.PlainTime.compare(from, until) <= 0
    ? isAfterFrom && isBeforeUntil
    : isAfterFrom || isBeforeUntil
}

/** The first instant after another at which a batch goes; undefined where none ever does. */
export function nextBatch(after: Temporal.Instant, rhythm: Rhythm): Temporal.Instant | undefined {
  return firstOf(after, rhythm, rhythm.times)
}

/** An instant itself where it is not quiet, else the first one after it that is not. */
export function nextLoud(at: Temporal.Instant, rhythm: Rhythm): Temporal.Instant | undefined {
  return isQuiet(at, rhythm) ? firstOf(at, rhythm, ['00:00', rhythm.quiet.until]) : at
}

/** The first instant after another at which a clock there shows one of some times and it is not quiet. */
function firstOf(
  after: Temporal.Instant,
  rhythm: Rhythm,
  times: readonly string[],
): Temporal.Instant | undefined {
  const { timeZone } = rhythm
  const today = after.toZonedDateTimeISO(timeZone).toPlainDate()
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const found = times
      .map((time) => today.add({ days }).toZonedDateTime({ timeZone, plainTime: time }).toInstant())
      .filter((each) => isAfter(each, after) && !isQuiet(each, rhythm))
      .toSorted(Temporal.Instant.compare)
    if (found[0] !== undefined) return found[0]
  }
  return undefined
}

export function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

/** The later of two instants, of which the second need not be. */
export function laterOf(one: Temporal.Instant, other: Temporal.Instant | undefined): Temporal.Instant {
  return other !== undefined && isAfter(other, one) ? other : one
}

/** Whether two instants fall on the same day of a zone. */
export function isSameDay(one: Temporal.Instant, other: Temporal.Instant, timeZone: string): boolean {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  return dayOf(one).equals(dayOf(other))
}
