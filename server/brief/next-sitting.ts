// When the next brief comes, in the reader's own zone. Pure.

export type Rhythm = { weekdays: readonly number[]; time: string; timeZone: string }

/**
 * The first instant after `at` that falls on one of the weekdays (1 is Monday) at the local time; in a night when the
 * clocks change it is the nearest time that exists. Without any weekday it is tomorrow.
 */
export function nextSitting(at: Temporal.Instant, { weekdays, time, timeZone }: Rhythm): Temporal.Instant {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate()
  for (let days = 0; days <= 7; days += 1) {
    const day = today.add({ days })
    const sitting = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
    if (weekdays.includes(day.dayOfWeek) && Temporal.Instant.compare(sitting, at) > 0) return sitting
  }
  return today
    .add({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant()
}

/** Whether two instants fall on the same day of a zone: one sitting is one day. */
export function isSameDay(one: Temporal.Instant, other: Temporal.Instant, timeZone: string): boolean {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate()
  return dayOf(one).equals(dayOf(other))
}
