// Weeks of participation as a file for spreadsheets. Pure.
import type { ParticipationWeek } from '#contract/brief-history'

/** RFC 4180, with a head; the names of columns are the same in every language. A hidden figure is an empty cell. */
export function participationCsv(weeks: readonly ParticipationWeek[]): string {
  const rows = weeks.map(({ week, agreed, tookPart }) => [week, agreed ?? '', tookPart ?? ''].join(','))
  return ['week_from,agreed,took_part', ...rows, ''].join('\r\n')
}
