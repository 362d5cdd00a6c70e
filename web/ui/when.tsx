import { now } from '#browser/clock'
import { DAYS_LOCALE } from '#browser/language'
import { relativeTime } from './relative-time.ts'

const EXACT = new Intl.DateTimeFormat(DAYS_LOCALE, { dateStyle: 'full', timeStyle: 'short' })

/** A time: relative while recent, with the exact one on hover. */
export function When({ at }: { at: string }) {
  const date = new Date(at)
  const exact = EXACT.format(date)
  return (
    <time dateTime={at} title={exact}>
      {relativeTime(date, now())}
    </time>
  )
}
