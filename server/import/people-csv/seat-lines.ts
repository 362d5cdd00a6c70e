// What there is to report about people who share rows, references or names.
import { foldName } from './names.ts'
import type { ReportLine } from './person-row.ts'
import type { SeatHolder } from './seat-holder.ts'

/** One line for every row that became a further seat. */
export function severalSeatsLines({ name, main, further }: SeatHolder): ReportLine[] {
  return further.map(({ row, title }) => ({
    row,
    severity: 'info',
    code: 'further-seat',
    sentence: `${title ?? 'This row'} is a further seat of ${name}; the main one is row ${main.row}${main.title ? ` (${main.title})` : ''}.`,
  }))
}

/** One line for a post nobody is named for. */
export function vacancyLines({ name, main, isVacant }: SeatHolder): ReportLine[] {
  if (!isVacant) return []
  const sentence = `Nobody is named here. The post is kept as "${name}", inactive, so that those below it keep their place.`
  return [{ row: main.row, severity: 'info', code: 'nobody-in-post', sentence }]
}

/** One line for every row whose reference already belongs to somebody else. */
export function sharedReferenceLines(holders: readonly SeatHolder[]): ReportLine[] {
  const first = new Map<string, SeatHolder>()
  const lines: ReportLine[] = []
  for (const holder of holders) {
    for (const { row, id } of [holder.main, ...holder.further]) {
      if (id === undefined) continue
      const earlier = first.get(id)
      if (!earlier) first.set(id, holder)
      else if (earlier !== holder) {
        const sentence = `The reference ${id} already belongs to row ${earlier.main.row}. Both are kept; those who report to ${id} are placed under row ${earlier.main.row}.`
        lines.push({ row, severity: 'warning', code: 'duplicate-reference', sentence })
      }
    }
  }
  return lines
}

/** One line for every person with the name of an earlier one, where nothing says that they are the same. */
export function namesakeLines(holders: readonly SeatHolder[]): ReportLine[] {
  const first = new Map<string, SeatHolder>()
  const lines: ReportLine[] = []
  for (const holder of holders) {
    if (holder.isVacant) continue
    const name = foldName(holder.name)
    const earlier = first.get(name)
    if (!earlier) first.set(name, holder)
    else {
      const sentence = `${holder.name} has the name of row ${earlier.main.row}. Nothing shows that they are one person, so they are two.`
      lines.push({ row: holder.main.row, severity: 'info', code: 'namesake', sentence })
    }
  }
  return lines
}
