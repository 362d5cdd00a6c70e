// Times of office hours as they are said, and as a form gives them. Pure, on the clock of this device.
import { fieldTime } from '#browser/field-time'
import { DAYS_LOCALE } from '#browser/language'
import { say } from '#browser/say'
import type { HoursCard, HoursState } from '#contract/office-hours'

const SPAN = new Intl.DateTimeFormat(DAYS_LOCALE, {
  ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
  ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
})

/** As in "Thursday 5 March, 10:00–11:00". */
export function spanWords({ beginsAt, endsAt }: Pick<HoursCard, 'beginsAt' | 'endsAt'>): string {
  return SPAN.formatRange(new Date(beginsAt), new Date(endsAt))
}

export function momentWords(at: string): string {
  return SPAN.format(new Date(at))
}

export const STATES: Record<HoursState, string> = {
  coming: say('Coming'),
  on: say('On now'),
  over: say('It is over'),
  cancelled: say('Cancelled'),
}

export function summaryOf({ counts }: Pick<HoursCard, 'counts'>): string {
  return say(
    '{answered, plural, =0 {None answered} one {# answered} other {# answered}}, {setAside, plural, =0 {none set aside} one {# set aside} other {# set aside}}, {waiting, plural, =0 {none still open} one {# still open} other {# still open}}.',
    counts,
  )
}

export type HoursForm = { theme: string; begins: string; ends: string; opens: 'now' | 'day' | 'begin' }

const HOUR_MS = 3_600_000

/** An hour from the next full hour on. */
export function freshForm(now: Date): HoursForm {
  const begins = new Date(Math.ceil((now.getTime() + 1) / HOUR_MS) * HOUR_MS)
  return {
    theme: '',
    begins: fieldTime(begins),
    ends: fieldTime(new Date(begins.getTime() + HOUR_MS)),
    opens: 'now',
  }
}

export function formOf({ theme, beginsAt, endsAt }: HoursCard): HoursForm {
  return { theme, begins: fieldTime(new Date(beginsAt)), ends: fieldTime(new Date(endsAt)), opens: 'now' }
}

/** Another beginning takes the end along, so that the length stays. */
export function beginningAt(form: HoursForm, begins: string): HoursForm {
  const length = new Date(form.ends).getTime() - new Date(form.begins).getTime()
  const ends = new Date(new Date(begins).getTime() + length)
  return { ...form, begins, ends: Number.isNaN(ends.getTime()) ? form.ends : fieldTime(ends) }
}

type Times = { theme: string; beginsAt: string; endsAt: string; opensAt?: string }

/** What is sent; undefined as long as a time is missing. */
export function timesOf({ theme, begins, ends, opens }: HoursForm): Times | undefined {
  const [from, until] = [new Date(begins), new Date(ends)]
  if (Number.isNaN(from.getTime()) || Number.isNaN(until.getTime())) return undefined
  const before = new Date(from)
  before.setDate(before.getDate() - 1)
  return {
    theme: theme.trim(),
    beginsAt: from.toISOString(),
    endsAt: until.toISOString(),
    ...(opens === 'begin' && { opensAt: from.toISOString() }),
    ...(opens === 'day' && { opensAt: before.toISOString() }),
  }
}
