const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

/** Of when it is what somebody sees: the time, and the day where that is another one. */
export function asOfSentence(saidAt: Date, now: Date): string {
  const isToday = DAY.format(saidAt) === DAY.format(now)
  const day = isToday ? '' : `${DAY.format(saidAt)}, `
  return `What you see here is as of ${day}${CLOCK.format(saidAt)}.`
}
