import type { Ctx } from '#platform/ctx'

/** The day where the viewer is. */
export function todayOf({ now, viewer }: Ctx): Temporal.PlainDate {
  return now.toZonedDateTimeISO(viewer.timeZone ?? 'UTC').toPlainDate()
}
