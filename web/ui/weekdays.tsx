// Some days of the week. 1 is Monday, as in ISO 8601.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import styles from './weekdays.module.css'

/** The fifth of January 2026 was a Monday; any Monday would do to name the days of a week. */
const A_MONDAY = Date.UTC(2026, 0, 5)
const DAY_MS = 86_400_000

const short = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'short', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat(LANGUAGE, { weekday: 'long', timeZone: 'UTC' })

export function Weekdays({ chosen, onChoose }: { chosen: number[]; onChoose: (days: number[]) => void }) {
  const press = (day: number) =>
    onChoose(
      chosen.includes(day)
        ? chosen.filter((each) => each !== day)
        : [...chosen, day].toSorted((a, b) => a - b),
    )
  return (
    <fieldset className={styles.days} aria-label={say('Days')}>
      {[1, 2, 3, 4, 5, 6, 7].map((day) => {
        const date = A_MONDAY + (day - 1) * DAY_MS
        return (
          <button
            key={day}
            type="button"
            className={styles.day}
            aria-pressed={chosen.includes(day)}
            title={long.format(date)}
            onClick={() => press(day)}
          >
            {short.format(date)}
          </button>
        )
      })}
    </fieldset>
  )
}
