// `foyer import`: says what an archive holds, and brings it in when asked to; names what came in, and undoes it.
import { parseArgs } from 'node:util'
import { type FileStore, openFiles } from '#outside/files'
import { clock } from '#platform/clock'
import { openDatabase } from '#platform/database'
import { type Db, openDb, openPool } from '#platform/db'
import type { Settings } from '#platform/settings'
import {
  type ArchiveOutcome,
  archiveReport,
  importMattermost,
  importMbox,
  importPeople,
  importSlack,
  peopleReport,
  UnreadableArchive,
} from '#rooms/import'
import { listCommand, readUndoWords, undoCommand } from './undo-command.ts'
import { whyDatabaseFailed } from './why-database-failed.ts'
import { WrongCommand } from './wrong-command.ts'

const OPTIONS = {
  apply: { type: 'boolean' },
  verbose: { type: 'boolean' },
  'mark-leavers': { type: 'boolean' },
  'list-as-space': { type: 'boolean' },
} as const

type Option = keyof typeof OPTIONS
type Kind = 'people' | 'slack' | 'mattermost' | 'mbox'
type Wanted = { kind: Kind; path: string } & Record<Option, boolean>

const FITTING: Record<Kind, { options: readonly Option[]; what: string }> = {
  people: { options: ['apply', 'verbose', 'mark-leavers'], what: '<csv>' },
  slack: { options: ['apply', 'verbose'], what: '<zip>' },
  mattermost: { options: ['apply', 'verbose'], what: '<jsonl|zip>' },
  mbox: { options: ['apply', 'verbose', 'list-as-space'], what: '<file|folder>' },
}

/** How many places the report names for each reason, unless all are asked for. */
const EXAMPLES_SHOWN = 3
/** Counting the words of a large network, and the vacuum after it, take their time. */
const NO_STATEMENT_TIMEOUT = 0
const PROGRESS_MESSAGES = 20_000

export async function importCommand(settings: Settings, words: string[]): Promise<void> {
  const [verb = '', ...rest] = words
  const undo = verb === 'undo' ? readUndoWords(rest) : undefined
  const wanted = verb === 'undo' || verb === 'list' ? undefined : readWords(words)
  const database = await openDatabase({ settings, say: note, mayJoin: 'may-join' })
  const pool = openPool({ url: database.url, connections: 4, statementTimeoutMs: NO_STATEMENT_TIMEOUT })
  const db = openDb(pool)
  try {
    if (wanted !== undefined) process.stdout.write(await run(db, wanted, openFiles(settings)))
    else if (undo === undefined) process.stdout.write(await listCommand(db))
    else process.stdout.write(await undoCommand(db, undo, progressEvery(PROGRESS_MESSAGES)))
  } catch (error) {
    if (error instanceof UnreadableArchive) throw new WrongCommand(error.message)
    throw whyDatabaseFailed(error) ?? error
  } finally {
    await db.destroy()
    await database.stop()
  }
}

async function run(db: Db, wanted: Wanted, files: FileStore): Promise<string> {
  const { kind, path, apply: isApplied, verbose } = wanted
  if (kind === 'people') {
    const marksLeavers = wanted['mark-leavers']
    return peopleReport(await importPeople({ db, path, isApplied, marksLeavers, at: clock() }))
  }
  const archive = {
    ...{ db, path, isApplied, files },
    examplesWanted: verbose ? Number.POSITIVE_INFINITY : EXAMPLES_SHOWN,
    now: clock,
    onProgress: progressEvery(PROGRESS_MESSAGES),
  }
  return archiveReport(await importChat(kind, wanted, archive), verbose ? 'verbose' : 'short')
}

function importChat(
  kind: Exclude<Kind, 'people'>,
  wanted: Wanted,
  archive: Parameters<typeof importSlack>[0],
): Promise<ArchiveOutcome> {
  if (kind === 'slack') return importSlack(archive)
  if (kind === 'mattermost') return importMattermost(archive)
  return importMbox({ ...archive, listAsSpace: wanted['list-as-space'] })
}

/** Progress goes beside the report, which may be on its way into a file. */
function note(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

function progressEvery(messages: number): (gone: number) => void {
  let next = messages
  return (gone) => {
    if (gone < next) return
    note(`${gone.toLocaleString('en')} messages so far`)
    next = gone + messages
  }
}

function readWords(words: string[]): Wanted {
  const { values, positionals } = parseWords(words)
  const [kind = '', path, ...more] = positionals
  if (!isKind(kind)) {
    throw new WrongCommand(
      `There is no archive of the kind "${kind}". Give people, slack, mattermost or mbox.`,
    )
  }
  const { options, what } = FITTING[kind]
  if (path === undefined) throw new WrongCommand(`Say what to read: foyer import ${kind} ${what}`)
  if (more.length > 0) {
    throw new WrongCommand(`One archive at a time: "${more[0]}" is one too many. Import it afterwards.`)
  }
  const isGiven = (option: Option) => values[option] === true
  const misplaced = (Object.keys(OPTIONS) as Option[]).find(
    (option) => isGiven(option) && !options.includes(option),
  )
  if (misplaced !== undefined) {
    const fitting = options.map((option) => `--${option}`).join(', ')
    throw new WrongCommand(`--${misplaced} does not go with ${kind}. It takes: ${fitting}.`)
  }
  return {
    ...{ kind, path, apply: isGiven('apply'), verbose: isGiven('verbose') },
    'mark-leavers': isGiven('mark-leavers'),
    'list-as-space': isGiven('list-as-space'),
  }
}

function isKind(word: string): word is Kind {
  return word in FITTING
}

function parseWords(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new WrongCommand(error instanceof Error ? error.message : String(error))
  }
}
