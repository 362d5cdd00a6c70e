import { DAYS_LOCALE } from '#browser/language'
import { say } from '#browser/say'

const CLOCK = new Intl.DateTimeFormat(DAYS_LOCALE, { hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat(DAYS_LOCALE, { weekday: 'long', day: 'numeric', month: 'long' })

/** Of when it is what somebody sees: the time, and the day where that is another one. */
export function asOfSentence(saidAt: Date, now: Date): string {
  const [day, time] = [DAY.format(saidAt), CLOCK.format(saidAt)]
  return day === DAY.format(now)
    ? say('What you see here is as of {time}.', { time })
    : say('What you see here is as of {day}, {time}.', { day, time })
}
