// Weeks, and in how many of them somebody took part. Pure.
import type { WeeksTakenPart } from '#contract/brief-history'

const WEEKS_TOLD = 8

/** The Monday of the week in which a day lies. */
export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

type Taken = {
  today: Temporal.PlainDate
  /** The day of the first brief; undefined before there was one. */
  first: Temporal.PlainDate | undefined
  /** Days on which something was done with a brief, in any order. */
  days: readonly Temporal.PlainDate[]
}

/** Of the last eight weeks, the present one included, or of as many as there were since the first brief. */
export function weeksTakenPart({ today, first, days }: Taken): WeeksTakenPart {
  if (first === undefined) return { takenPart: 0, of: 0 }
  const present = mondayOf(today)
  const since = mondayOf(first).until(present, { largestUnit: 'weeks' }).weeks + 1
  const of = Math.min(WEEKS_TOLD, Math.max(1, since))
  const oldest = present.subtract({ weeks: of - 1 })
  const mondays = days
    .map(mondayOf)
    .filter(
      (week) =>
        Temporal.PlainDate.compare(week, oldest) >= 0 && Temporal.PlainDate.compare(week, present) <= 0,
    )
  return { takenPart: new Set(mondays.map(String)).size, of }
}
