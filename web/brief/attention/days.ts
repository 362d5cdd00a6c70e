// Days and times as attention tells them.
import { LANGUAGE } from '#browser/language'

const DAY = new Intl.DateTimeFormat(LANGUAGE, {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})

/** A day without a zone, `2026-03-09`, as "Monday 9 March". */
export function dayInWords(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`))
}

/** An instant where the reader is: "Monday at 07:30", with the date where that is a week away or more. */
export function whenInWords(at: string, { now, timeZone }: { now: Date; timeZone: string }): string {
  const then = new Date(at)
  const isNear = then.getTime() - now.getTime() < 6 * 86_400_000
  const date = isNear ? {} : { day: 'numeric' as const, month: 'long' as const }
  const clock = { hour: '2-digit' as const, minute: '2-digit' as const, hourCycle: 'h23' as const }
  return new Intl.DateTimeFormat(LANGUAGE, { timeZone, weekday: 'long', ...date, ...clock }).format(then)
}
