import { DAYS_LOCALE } from '#browser/language'

const DAY = new Intl.DateTimeFormat(DAYS_LOCALE, { timeZone: 'UTC', dateStyle: 'long' })

/** A day without a zone, `2026-08-29`, as "29 August 2026". */
export function dayOf(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`))
}
