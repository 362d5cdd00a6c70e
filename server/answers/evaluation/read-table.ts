// A table of tab-separated values, with or without names above its columns. Pure.

export type TableRow = { line: number; cells: string[] }

export type Table = {
  /** The names of the columns, in lower case; undefined where the first line is a row like the others. */
  names: string[] | undefined
  rows: TableRow[]
}

/** @param known names of columns: a first line that holds one of them is a heading */
export function readTable(text: string, known: ReadonlySet<string>): Table {
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, at) => ({ line: at + 1, cells: line.split('\t').map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const first = rows[0]?.cells.map((cell) => cell.toLowerCase().replaceAll(/[\s-]+/g, '_'))
  const isHeading = first?.some((name) => known.has(name)) === true
  return isHeading ? { names: first, rows: rows.slice(1) } : { names: undefined, rows }
}

/** A cell without the quotes that some programs put around it, and without what no text may hold. */
function plain(cell: string): string {
  const text = cell.replaceAll('\0', '').trim()
  const isQuoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"')
  return isQuoted ? text.slice(1, -1).replaceAll('""', '"').trim() : text
}
