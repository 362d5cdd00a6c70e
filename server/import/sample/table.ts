// Reads a CSV file of the sample company: its header must be the one agreed on, and every row has a line.
import { type CsvError, parse } from 'csv-parse/sync'
import type { Whereabouts } from '../archive.ts'
import type { Complain } from './sample.ts'

export type TableRow<Column extends string> = {
  where: Whereabouts
  cell: (column: Column) => { name: string; text: string; where: Whereabouts }
}

type Shape<Column extends string> = { needed: readonly Column[]; optional: readonly Column[] }
type Source = { file: string; text: string; complain: Complain }

/** @returns the rows that have as many cells as the header; everything else is complained about */
export function readTable<Column extends string>(
  { file, text, complain }: Source,
  { needed, optional }: Shape<Column>,
): TableRow<Column>[] {
  const records = recordsOf({ file, text, complain })
  const header = records[0]?.record ?? []
  const allowed: readonly string[] = [...needed, ...optional]
  const missing = needed.filter((column) => !header.includes(column))
  const strange = header.filter((column) => !allowed.includes(column))
  const where = { file, line: 1 }
  if (missing.length > 0) complain(where, `The header has no column ${missing.join(', ')}.`)
  if (strange.length > 0) complain(where, `The header has a column "${strange[0]}" that nobody reads.`)
  if (missing.length > 0) return []
  return records.slice(1).flatMap(({ record, line }) => {
    const where = { file, line }
    if (record.length === header.length) return [rowOf(where, header, record)]
    complain(where, `This row has ${record.length} cells, and the header ${header.length}.`)
    return []
  })
}

function rowOf<Column extends string>(
  where: Whereabouts,
  header: readonly string[],
  record: readonly string[],
): TableRow<Column> {
  const cells = new Map(header.map((column, index) => [column, (record[index] ?? '').trim()]))
  return { where, cell: (column) => ({ name: column, text: cells.get(column) ?? '', where }) }
}

type Line = { record: string[]; line: number }

function recordsOf({ file, text, complain }: Source): Line[] {
  try {
    const parsed = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true })
    // A row that goes over several lines is named by its first.
    let before = 0
    return (parsed as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => {
      const line = before + 1
      before = info.lines
      return { record, line }
    })
  } catch (error) {
    complain({ file, line: Number((error as CsvError).lines ?? 1) }, 'A quotation mark here is never closed.')
    return []
  }
}
