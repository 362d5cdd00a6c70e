import type { Ctx } from '#platform/ctx'

/** The day where the viewer is. */
export function todayOf({ now, viewer }: Pick<Ctx, 'now' | 'viewer'>): Temporal.PlainDate {
  return now.toZonedDateTimeISO(viewer.timeZone ?? 'UTC').toPlainDate()
}
