// Reads people from a CSV file by its headers. What a row says is taken as said; whether the rows fit together is
// for the plan.
import { type CsvError, parse } from 'csv-parse/sync'
import { sentence } from '#platform/say'
import { UnreadableArchive } from '../archive.ts'
import { addressesIn, guestOrNot, languagesIn, plainCell, timeZoneIn, yesOrNo } from './cells.ts'
import { type ColumnMeaning, type Columns, recogniseColumns } from './columns.ts'
import { type CsvSource, type TextEncoding, textOf } from './csv-text.ts'
import type { ManagerMention, PersonRow, ReportLine } from './person-row.ts'

const ROWS_MAX = 1_000_000
const NAME_CHARACTERS_MAX = 120
const TEXT_CHARACTERS_MAX = 160
const REFERENCE_CHARACTERS_MAX = 200

export type PeopleFile = {
  rows: PersonRow[]
  encoding: TextEncoding
  recognisedColumns: Columns['recognised']
  /** Headers of columns that were not read, passwords among them. */
  ignoredColumns: string[]
  lines: ReportLine[]
}

/**
 * Reads a people file: one `PersonRow` per row that is not blank, and remarks on cells that could not be read.
 * @throws UnreadableArchive when it is no CSV file with a header that names people.
 */
export async function readPeopleCsv(source: CsvSource): Promise<PeopleFile> {
  const { text, encoding } = await textOf(source)
  const [header = [], ...records] = recordsOf(text)
  const columns = recogniseColumns(header)
  refuseWithoutPeople(columns)
  const lines: ReportLine[] = fileLines(columns, encoding)
  const rows: PersonRow[] = []
  for (const [position, cells] of records.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    rows.push(readRow({ row: position + 2, cells, columns }, lines))
  }
  return {
    rows: withManagersByReference(rows),
    encoding,
    recognisedColumns: columns.recognised,
    ignoredColumns: columns.ignored,
    lines,
  }
}

function recordsOf(text: string): string[][] {
  let records: string[][]
  try {
    records = parse(text, { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true })
  } catch (error) {
    const line = (error as CsvError).lines
    throw new UnreadableArchive(
      sentence(
        'The people file stops being CSV at line {line}: most likely a quotation mark there is never closed.',
        { line: Number(line ?? 1) },
      ),
    )
  }
  if (records.length > ROWS_MAX) {
    throw new UnreadableArchive(
      sentence('The people file has more than {most} rows. Split it.', { most: ROWS_MAX }),
    )
  }
  return records
}

// Spreadsheets write semicolons or tabs where the comma is the decimal mark.
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]|$/))).replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t', '|'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

function refuseWithoutPeople(columns: Columns): void {
  const has = (meaning: ColumnMeaning) => columns.positions.has(meaning)
  if (has('name') || has('lastName') || has('address')) return
  const found = columns.ignored.slice(0, 5).join(', ') || 'none'
  throw new UnreadableArchive(
    sentence(
      'No column of the people file names a person; its headers are: {found}. The first line must hold headers, with one such as Name, Display name, First name and Last name, or Email.',
      { found },
    ),
  )
}

function fileLines(columns: Columns, encoding: TextEncoding): ReportLine[] {
  const lines: ReportLine[] = []
  if (columns.ignored.length > 0) {
    lines.push({
      row: 1,
      severity: 'info',
      code: 'columns-ignored',
      sentence: `These columns were not read: ${columns.ignored.join(', ')}.`,
    })
  }
  if (encoding === 'windows-1252') {
    lines.push({
      row: 1,
      severity: 'warning',
      code: 'encoding-guessed',
      sentence: 'The file is not UTF-8 and was read as windows-1252. Look at names with accents.',
    })
  }
  return lines
}

type GivenRow = { row: number; cells: string[]; columns: Columns }
type Warn = (code: string, sentence: string) => void

function readRow(given: GivenRow, lines: ReportLine[]): PersonRow {
  const warn: Warn = (code, sentence) => lines.push({ row: given.row, severity: 'warning', code, sentence })
  warnOfCuts(given, warn)
  return {
    row: given.row,
    id: referenceOf(given),
    name: nameOf(given),
    addresses: addressesOf(given, warn),
    title: textOfCell(given, 'title'),
    unit: textOfCell(given, 'unit')?.replace(/^\/+/, '') || undefined,
    location: textOfCell(given, 'location'),
    country: textOfCell(given, 'country'),
    timeZone: timeZoneOf(given, warn),
    languages: languagesOf(given, warn),
    manager: managerOf(given),
    isActive: statusOf(given, warn),
    isGuest: guestOrNot(textOfCell(given, 'isGuest') ?? ''),
  }
}

function cellsOf({ cells, columns }: GivenRow, meaning: ColumnMeaning): string[] {
  return (columns.positions.get(meaning) ?? []).map((position) => cells[position] ?? '')
}

/** The first cell of this meaning that says anything. */
function textOfCell(given: GivenRow, meaning: ColumnMeaning, charactersMax = TEXT_CHARACTERS_MAX) {
  return cellsOf(given, meaning)
    .map((cell) => plainCell(cell, charactersMax))
    .find((cell) => cell !== undefined)
}

function warnOfCuts(given: GivenRow, warn: Warn): void {
  const meanings: ColumnMeaning[] = ['name', 'firstName', 'lastName', 'title', 'unit', 'location', 'country']
  if (meanings.some((meaning) => cellsOf(given, meaning).some((cell) => cell.length > TEXT_CHARACTERS_MAX))) {
    warn('text-cut', `A cell longer than ${TEXT_CHARACTERS_MAX} characters was cut.`)
  }
}

// Only the preferred reference counts: two kinds of numbers in one file could name two people alike.
function referenceOf(given: GivenRow): string | undefined {
  return plainCell(cellsOf(given, 'id')[0] ?? '', REFERENCE_CHARACTERS_MAX)
}

function nameOf(given: GivenRow): string {
  const whole = textOfCell(given, 'name', NAME_CHARACTERS_MAX)
  if (whole) return whole
  const parts = [textOfCell(given, 'firstName'), textOfCell(given, 'lastName')]
  return plainCell(parts.filter((part) => part !== undefined).join(' '), NAME_CHARACTERS_MAX) ?? ''
}

function addressesOf(given: GivenRow, warn: Warn): string[] {
  const found = addressesIn(cellsOf(given, 'address').join(' , '))
  for (const word of found.unreadable) {
    warn('address-unreadable', `"${excerptOf(word)}" is not an address and was left out.`)
  }
  return [...new Set(found.addresses)]
}

function timeZoneOf(given: GivenRow, warn: Warn): string | undefined {
  const cell = textOfCell(given, 'timeZone')
  const timeZone = cell === undefined ? undefined : timeZoneIn(cell)
  if (cell !== undefined && timeZone === undefined) {
    warn(
      'time-zone-unknown',
      `"${excerptOf(cell)}" is not a time zone such as Europe/Berlin and was left out.`,
    )
  }
  return timeZone
}

function languagesOf(given: GivenRow, warn: Warn): string[] {
  const found = languagesIn(cellsOf(given, 'languages').join(' '))
  for (const word of found.unreadable) {
    warn(
      'language-unknown',
      `"${excerptOf(word)}" is not a language tag such as en or pt-BR and was left out.`,
    )
  }
  return found.languages
}

function statusOf(given: GivenRow, warn: Warn): boolean | undefined {
  const cell = textOfCell(given, 'isActive')
  const isActive = cell === undefined ? undefined : yesOrNo(cell)
  if (cell !== undefined && isActive === undefined) {
    warn('status-unknown', `The status "${excerptOf(cell)}" says neither active nor left and was not used.`)
  }
  return isActive
}

const NOBODY = new Set(['', '-', 'none', 'null', 'n/a', 'na'])

// A reference says most, a name least, so a row that gives several is read in this order.
function managerOf(given: GivenRow): ManagerMention | undefined {
  const above = plainCell(cellsOf(given, 'postAbove')[0] ?? '', REFERENCE_CHARACTERS_MAX) ?? ''
  const mentions: ManagerMention[] = [
    { by: 'id', value: above.toLowerCase() === 'xx' ? '' : above },
    { by: 'id', value: textOfCell(given, 'managerId', REFERENCE_CHARACTERS_MAX) ?? '' },
    { by: 'address', value: textOfCell(given, 'managerAddress', REFERENCE_CHARACTERS_MAX) ?? '' },
    { by: 'name', value: textOfCell(given, 'manager', REFERENCE_CHARACTERS_MAX) ?? '' },
  ]
  const mention = mentions.find(({ value }) => !NOBODY.has(value.toLowerCase()))
  if (!mention?.value.includes('@')) return mention
  return { by: 'address', value: addressesIn(mention.value).addresses[0] ?? mention.value.toLowerCase() }
}

// A column called "Manager" may hold references, which only the references of the whole file can tell from names.
function withManagersByReference(rows: PersonRow[]): PersonRow[] {
  const ids = new Set(rows.map(({ id }) => id))
  return rows.map((row) =>
    row.manager?.by === 'name' && ids.has(row.manager.value)
      ? { ...row, manager: { by: 'id', value: row.manager.value } }
      : row,
  )
}

function excerptOf(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed()}…`
}
