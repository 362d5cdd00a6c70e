// The week that an attention budget holds for, and when it goes on once it is spent. Pure.
import { nextSitting, type Rhythm } from '../next-sitting.ts'

/** From its Monday, up to and without the next one, as days begin in the zone. */
export type Week = { from: Temporal.Instant; until: Temporal.Instant }

export function weekOf(at: Temporal.Instant, timeZone: string): Week {
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant()
  return { from: startOf(monday), until: startOf(monday.add({ days: 7 })) }
}

export type Attention = {
  /** Minutes a week. */
  minutes: number
  /** Since the week began. */
  secondsSpent: number
  isSpent: boolean
  /** The first sitting with minutes in it: the next one, or the first of next week once this week's are spent. */
  goesOnAt: Temporal.Instant
}

/** How a week's budget stands at an instant. */
export function attentionAt(
  at: Temporal.Instant,
  { minutes, secondsSpent, rhythm }: { minutes: number; secondsSpent: number; rhythm: Rhythm },
): Attention {
  const isSpent = secondsSpent >= minutes * 60
  const nextWeek = weekOf(at, rhythm.timeZone).until
  const from = isSpent ? nextWeek.subtract({ nanoseconds: 1 }) : at
  return { minutes, secondsSpent, isSpent, goesOnAt: nextSitting(from, rhythm) }
}
