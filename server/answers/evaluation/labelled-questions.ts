// From two tables to questions that are labelled: a corpus, and queries of which one knows what in the corpus is
// relevant. Columns are told by their names, or else by what stands in them. Pure.
import { readTable, type Table, type TableRow } from './read-table.ts'

export type CorpusQuestion = { id: string; text: string; label: string }
export type Query = {
  text: string
  /** Places in the corpus. Empty where nothing in it is asked for, or nobody said what. */
  relevant: ReadonlySet<number>
  /** The place of the query itself, where it stands in the corpus too. */
  own: number | undefined
}

export type Labelled = {
  corpus: CorpusQuestion[]
  queries: Query[]
  /** How the tables were understood, in sentences. */
  understood: string[]
}

/** The tables cannot be understood; the message says why. */
export class UnreadableQuestions extends Error {
  override name = 'UnreadableQuestions'
}

const NAMES = {
  text: ['question', 'text', 'title', 'query', 'sentence', 'utterance', 'content', 'body'],
  id: ['id', '_id', 'qid', 'question_id', 'query_id', 'corpus_id', 'post_id', 'doc_id', 'docid'],
  relevant: [
    ...[
      'relevant',
      'relevant_ids',
      'relevant_id',
      'duplicates',
      'duplicate',
      'duplicate_of',
      'duplicate_ids',
    ],
    ...['duplicate_id', 'corpus_ids', 'matches', 'match', 'gold', 'expected', 'target'],
  ],
  label: ['label', 'intent', 'group', 'group_id', 'cluster', 'cluster_id', 'class', 'category', 'topic'],
  split: ['split', 'set', 'fold'],
} as const
type Role = keyof typeof NAMES
const KNOWN: ReadonlySet<string> = new Set(Object.values(NAMES).flat())

const SPLIT = /^(train|val|valid|validation|dev|test|oos)(_\w+)?$/i
/** Labels of what belongs to nothing. */
const OUT_OF_SCOPE = /^(|oos\w*|out[ _-]?of[ _-]?scope|none|null|nan|n\/a|-)$/i
const CHARACTERS_MAX = 20_000
const LINES_NAMED_MAX = 10
/** Queries may ask for what the corpus does not have. */
const GUESS_SHARE_MIN = 0.1

type Columns = Partial<Record<Role, number>>
type Given = { corpus: string; queries: string }

/** @throws UnreadableQuestions */
export function readLabelled(given: Given): Labelled {
  const corpusTable = readTable(given.corpus, KNOWN)
  const queryTable = readTable(given.queries, KNOWN)
  const corpusColumns = columnsOf(corpusTable, guessOfCorpus)
  const corpus = readCorpus(corpusTable, corpusColumns)
  const known = knownIn(corpus.questions, corpusColumns)
  const named = columnsOf(queryTable, (cells) => guessOfQueries(cells, known))
  const byName = readQueries(queryTable, named, known)
  // What is called relevant may be the label that relevant questions have.
  const isByName = named.relevant === undefined || byName.asked.some(({ relevant }) => relevant.size > 0)
  const queryColumns = isByName ? named : labelInstead(named)
  const queries = isByName ? byName : readQueries(queryTable, queryColumns, known)
  if (corpus.questions.length === 0) throw new UnreadableQuestions('The corpus has no questions.')
  if (queries.asked.length === 0) throw new UnreadableQuestions('The queries have no questions.')
  if (queries.asked.every(({ relevant }) => relevant.size === 0)) {
    throw new UnreadableQuestions(
      'Nothing tells what is relevant: no query names an id of the corpus, or shares a label with it. ' +
        'Name the columns in a first line: id, text and label in the corpus; text, and relevant or label in the queries.',
    )
  }
  const understood = [
    `Corpus: ${corpus.questions.length} questions, ${inWords(corpusTable, corpusColumns)}.${skippedInWords(corpus.skipped)}`,
    `Queries: ${queries.asked.length} questions, ${inWords(queryTable, queryColumns)}.${skippedInWords(queries.skipped)}`,
    `Relevant is ${queryColumns.relevant === undefined ? 'what shares the label of a query' : 'what a query names'}; ` +
      `${queries.asked.filter(({ relevant }) => relevant.size === 0).length} queries have nothing relevant, and count for what is strong alone.`,
  ]
  return { corpus: corpus.questions, queries: queries.asked, understood }
}

type Guess = (cells: readonly string[]) => Role | undefined

/** By name; where nothing has one, or no name says what is relevant, by what stands in the columns. */
function columnsOf({ names, rows }: Table, guess: Guess): Columns {
  const columns: Columns = {}
  for (const role of Object.keys(NAMES) as Role[]) {
    const at = NAMES[role].map((name) => names?.indexOf(name) ?? -1).find((place) => place >= 0)
    if (at !== undefined) columns[role] = at
  }
  const width = Math.max(0, ...rows.slice(0, 100).map(({ cells }) => cells.length))
  columns.text ??= longest(rows, width)
  const taken = new Set(Object.values(columns))
  for (let at = 0; at < width; at += 1) {
    if (taken.has(at)) continue
    const role = guess(rows.map(({ cells }) => cells[at] ?? ''))
    if (role !== undefined) columns[role] ??= at
  }
  return columns
}

function labelInstead({ relevant, ...columns }: Columns): Columns {
  return { label: relevant, ...columns } as Columns
}

/** Questions are the longest texts of a table. */
function longest(rows: readonly TableRow[], width: number): number {
  const sums = Array.from({ length: width }, (_, at) =>
    rows.reduce((sum, { cells }) => sum + (cells[at]?.length ?? 0), 0),
  )
  return Math.max(0, sums.indexOf(Math.max(...sums)))
}

function guessOfCorpus(cells: readonly string[]): Role | undefined {
  if (cells.every((cell) => SPLIT.test(cell))) return 'split'
  return new Set(cells).size === cells.length ? 'id' : 'label'
}

type Known = {
  /** Whether the corpus gives its questions ids; else they are its lines, which any number seems to name. */
  hasIds: boolean
  placeOfId: ReadonlyMap<string, number>
  placesOfLabel: ReadonlyMap<string, number[]>
  placesOfText: ReadonlyMap<string, number[]>
  corpus: readonly CorpusQuestion[]
}

function guessOfQueries(cells: readonly string[], known: Known): Role | undefined {
  if (cells.every((cell) => SPLIT.test(cell))) return 'split'
  const filled = cells.filter((cell) => !OUT_OF_SCOPE.test(cell))
  const share = (isSo: (cell: string) => boolean) => filled.filter(isSo).length / Math.max(1, filled.length)
  if (share((cell) => known.placesOfLabel.has(cell)) >= GUESS_SHARE_MIN) return 'label'
  if (known.hasIds && share((cell) => namedIn(cell, known).length > 0) >= GUESS_SHARE_MIN) return 'relevant'
  return undefined
}

function knownIn(corpus: readonly CorpusQuestion[], columns: Columns): Known {
  const placesBy = (of: (question: CorpusQuestion) => string) =>
    Map.groupBy(corpus.keys(), (place) => of(corpus[place] ?? { id: '', text: '', label: '' }))
  const placesOfLabel = placesBy(({ label }) => label)
  for (const label of placesOfLabel.keys()) if (OUT_OF_SCOPE.test(label)) placesOfLabel.delete(label)
  return {
    hasIds: columns.id !== undefined,
    placeOfId: new Map(corpus.map(({ id }, place) => [id, place])),
    placesOfLabel,
    placesOfText: placesBy(({ text }) => text.toLowerCase()),
    corpus,
  }
}

function readCorpus({ rows }: Table, columns: Columns) {
  const questions: CorpusQuestion[] = []
  const skipped: number[] = []
  const ids = new Set<string>()
  for (const { line, cells } of rows) {
    const text = cellOf(cells, columns.text)
    const id = columns.id === undefined ? String(line) : cellOf(cells, columns.id)
    if (text === '' || text.length > CHARACTERS_MAX || ids.has(id)) {
      skipped.push(line)
      continue
    }
    ids.add(id)
    questions.push({ id, text, label: cellOf(cells, columns.label) })
  }
  return { questions, skipped }
}

function readQueries({ rows }: Table, columns: Columns, known: Known) {
  const asked: Query[] = []
  const skipped: number[] = []
  for (const { line, cells } of rows) {
    const text = cellOf(cells, columns.text)
    if (text === '' || text.length > CHARACTERS_MAX) {
      skipped.push(line)
      continue
    }
    const own = columns.id === undefined ? undefined : known.placeOfId.get(cellOf(cells, columns.id))
    const isOwn = own !== undefined && known.corpus[own]?.text === text
    const places = relevantTo(cells, columns, known).filter((place) => !isOwn || place !== own)
    asked.push({ text, relevant: new Set(places), own: isOwn ? own : undefined })
  }
  return { asked, skipped }
}

function relevantTo(cells: readonly string[], columns: Columns, known: Known): number[] {
  if (columns.relevant !== undefined) return namedIn(cellOf(cells, columns.relevant), known)
  if (/^oos/i.test(cellOf(cells, columns.split))) return []
  return known.placesOfLabel.get(cellOf(cells, columns.label)) ?? []
}

/** What a cell names: a text of the corpus, or one or several of its ids. */
function namedIn(cell: string, { placeOfId, placesOfText }: Known): number[] {
  const whole = placeOfId.get(cell)
  if (whole !== undefined) return [whole]
  const same = placesOfText.get(cell.toLowerCase())
  if (same !== undefined) return same
  return cell.split(/[\s,|;[\]"']+/).flatMap((id) => placeOfId.get(id) ?? [])
}

function cellOf(cells: readonly string[], at: number | undefined): string {
  return (at === undefined ? undefined : cells[at]) ?? ''
}

function inWords({ names }: Table, columns: Columns): string {
  const roles = Object.entries(columns).map(([role, at]) => `${role} in column ${at + 1}`)
  return `${names === undefined ? 'no names above the columns' : 'columns by name'}: ${roles.join(', ')}`
}

function skippedInWords(lines: readonly number[]): string {
  if (lines.length === 0) return ''
  const more = lines.length > LINES_NAMED_MAX ? ' …' : ''
  return ` ${lines.length} skipped, being empty, too long or there twice: lines ${lines.slice(0, LINES_NAMED_MAX).join(', ')}${more}.`
}
