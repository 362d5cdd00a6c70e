// When a brief comes, in the reader's own zone. Pure.

/** Where somebody's profile names no zone. */
export const FALLBACK_TIME_ZONE = 'UTC'

export type Rhythm = {
  /** 1 is Monday. */
  weekdays: readonly number[]
  /** On the clock there, such as `07:30`. */
  time: string
  /** An IANA name. */
  timeZone: string
}

/**
 * The instant at which a brief comes on a day. A time that a change of the clocks leaves out becomes the first one
 * after it, one that comes twice the first of the two; it never leaves the day.
 * @returns undefined for a day that a zone left out as a whole
 */
function sittingOn(day: Temporal.PlainDate, { time, timeZone }: Rhythm): Temporal.Instant | undefined {
  const local = day.toPlainDateTime(Temporal.PlainTime.from(time))
  const isThere = local.toZonedDateTime(timeZone).toPlainDateTime().equals(local)
  const beforeGap = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const afterGap = beforeGap.getTimeZoneTransition('next')
  const candidates = isThere ? [local.toZonedDateTime(timeZone)] : [afterGap, beforeGap]
  return candidates.find((each) => each?.toPlainDate().equals(day))?.toInstant()
}

/** As far ahead as a chosen weekday can be, and one week more for a day that a zone leaves out. */
const DAYS_AHEAD = 14

/** The first instant after `at` at which a brief comes; undefined where no day is chosen. */
export function nextSending(at: Temporal.Instant, rhythm: Rhythm): Temporal.Instant | undefined {
  return sittings(at, rhythm, 1).find((each) => Temporal.Instant.compare(each, at) > 0)
}

/** The last instant up to `at` at which a brief was to come; undefined where no day is chosen. */
export function lastSending(at: Temporal.Instant, rhythm: Rhythm): Temporal.Instant | undefined {
  return sittings(at, rhythm, -1).find((each) => Temporal.Instant.compare(each, at) <= 0)
}

/** The sittings around an instant, in the order in which one meets them going that way from the day of the instant. */
function sittings(at: Temporal.Instant, rhythm: Rhythm, way: 1 | -1): Temporal.Instant[] {
  const today = at.toZonedDateTimeISO(rhythm.timeZone).toPlainDate()
  return Array.from({ length: DAYS_AHEAD + 1 }, (_, days) => today.add({ days: way * days }))
    .filter((day) => rhythm.weekdays.includes(day.dayOfWeek))
    .flatMap((day) => sittingOn(day, rhythm) ?? [])
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** When the next brief comes; without any weekday it is tomorrow. */
export function nextSitting(at: Temporal.Instant, rhythm: Rhythm): Temporal.Instant {
  const tomorrow = at.toZonedDateTimeISO(rhythm.timeZone).add({ days: 1 }).startOfDay().toInstant()
  const next =
    rhythm.weekdays.length === 0
      ? nextSending(tomorrow.subtract({ nanoseconds: 1 }), { ...rhythm, weekdays: EVERY_DAY })
      : nextSending(at, rhythm)
  return next ?? tomorrow
}

/** The day of an instant in a zone. */
export function dayOf(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** Whether two instants fall on the same day of a zone: one sitting is one day. */
export function isSameDay(one: Temporal.Instant, other: Temporal.Instant, timeZone: string): boolean {
  return dayOf(one, timeZone).equals(dayOf(other, timeZone))
}
