// Times at which one may want to post, and how a time is said. Pure, on the clock of this device.
import { fieldTime } from '#browser/field-time'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'

const MORNING = 8
const EVENING = 17
const MONDAY = 1

export type Preset = { label: string; on: string }

/** A few times that people mean: this evening while it is to come, tomorrow morning, Monday morning. */
export function presetsFor(now: Date): Preset[] {
  const evening = at(now, { inDays: 0, hour: EVENING })
  const monday = (7 + MONDAY - now.getDay()) % 7 || 7
  return [
    ...(now < evening ? [{ label: say('Today, 17:00'), on: fieldTime(evening) }] : []),
    { label: say('Tomorrow, 8:00'), on: fieldTime(at(now, { inDays: 1, hour: MORNING })) },
    ...(monday > 1
      ? [{ label: say('Monday, 8:00'), on: fieldTime(at(now, { inDays: monday, hour: MORNING })) }]
      : []),
  ]
}

/** Counted on the calendar, so that the hour is the same when the clocks change in between. */
function at(now: Date, { inDays, hour }: { inDays: number; hour: number }): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + inDays, hour)
}

const DAY_AND_TIME = new Intl.DateTimeFormat(LANGUAGE, {
  ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
  ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
})

/** As in "Monday, March 2 at 08:00"; empty for what is no time. */
export function laterWords(on: string): string {
  const date = new Date(on)
  return Number.isNaN(date.getTime()) ? '' : DAY_AND_TIME.format(date)
}
