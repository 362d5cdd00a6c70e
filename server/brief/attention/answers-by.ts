// By which day somebody can be expected to have answered, given what waits before it and the minutes they have. Pure.
import { DEFAULT_QUOTAS } from '../choose-cards.ts'
import { dayOf, nextSitting, type Rhythm } from '../next-sitting.ts'
import { weekOf } from './week.ts'

/** A quarter of working days; what would take longer is not promised at all. */
const SITTINGS_MAX = 65

export type Queue = {
  at: Temporal.Instant
  rhythm: Rhythm
  /** Of all that was asked before and still waits, and of the question itself. */
  secondsAhead: number
  /** Of one brief. */
  sittingMinutes: number
  /** The budget, and what of it went since Monday. */
  weekMinutes: number
  secondsSpent: number
}

/**
 * The day, where the one asked lives, on which the question's turn has come: each sitting to come takes its minutes, as
 * far as the week has them, and what of them is not kept for unheard voices goes to questions, the longest waiting first.
 * @returns undefined where that is further off than a quarter
 */
export function answersBy(queue: Queue): Temporal.PlainDate | undefined {
  const { rhythm, weekMinutes } = queue
  let week = weekOf(queue.at, rhythm.timeZone)
  let weekLeft = Math.max(0, weekMinutes * 60 - queue.secondsSpent)
  let ahead = queue.secondsAhead
  let sitting = queue.at
  for (let count = 0; count < SITTINGS_MAX; count += 1) {
    sitting = nextSitting(sitting, rhythm)
    if (Temporal.Instant.compare(sitting, week.until) >= 0) {
      week = weekOf(sitting, rhythm.timeZone)
      weekLeft = weekMinutes * 60
    }
    const seconds = Math.min(queue.sittingMinutes * 60, weekLeft)
    weekLeft -= seconds
    ahead -= seconds * (1 - DEFAULT_QUOTAS.unheardShareMin)
    if (seconds > 0 && ahead <= 0) return dayOf(sitting, rhythm.timeZone)
  }
  return undefined
}

/** The instant at which a day is over where somebody lives: until then a promise for it holds. */
export function endOf(day: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant()
}
