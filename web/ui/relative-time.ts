// Times as people say them.
import { LANGUAGE } from '#browser/language'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' })
const WEEKDAY = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long' })
const DAY = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short' })
const DAY_AND_YEAR = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'short', year: 'numeric' })

/**
 * A past time in words: "now" within the minute, minutes within the hour, hours within the day, then "yesterday", the
 * day of the week within six days, the day within the year, and else the date. Both in the reader's own zone.
 */
export function relativeTime(date: Date, now: Date): string {
  const passedMs = now.getTime() - date.getTime()
  if (Number.isNaN(passedMs)) return ''
  if (passedMs < MINUTE_MS && passedMs > -MINUTE_MS) return RELATIVE.format(0, 'second')
  if (passedMs > 0 && passedMs < HOUR_MS) return RELATIVE.format(-Math.floor(passedMs / MINUTE_MS), 'minute')
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS)
  if (passedMs > 0 && days === 0) return RELATIVE.format(-Math.floor(passedMs / HOUR_MS), 'hour')
  if (days === 1) return RELATIVE.format(-1, 'day')
  if (days > 1 && days < 7) return WEEKDAY.format(date)
  return date.getFullYear() === now.getFullYear() ? DAY.format(date) : DAY_AND_YEAR.format(date)
}

/** How long it is until a time to come: "in 5 minutes", "in 30 hours", and days from two of them on. */
export function timeUntil(date: Date, now: Date): string {
  const leftMs = date.getTime() - now.getTime()
  if (leftMs < HOUR_MS) return RELATIVE.format(Math.max(1, Math.ceil(leftMs / MINUTE_MS)), 'minute')
  if (leftMs < 2 * DAY_MS) return RELATIVE.format(Math.round(leftMs / HOUR_MS), 'hour')
  return RELATIVE.format(Math.round(leftMs / DAY_MS), 'day')
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
