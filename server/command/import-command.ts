// `foyer import`: says what an archive holds, and brings it in when asked to; names what came in, and undoes it.
import { type FileStore, openFiles } from '#outside/files'
import { clock } from '#platform/clock'
import { openDatabase } from '#platform/database'
import type { Db } from '#platform/db'
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
import { note } from './note.ts'
import { openImportDb } from './open-import-db.ts'
import { readOptions } from './read-options.ts'
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
const PROGRESS_MESSAGES = 20_000

export async function importCommand(settings: Settings, words: string[]): Promise<void> {
  const work = workOf(settings, words)
  const database = await openDatabase({ settings, say: note, mayJoin: 'may-join' })
  const db = openImportDb(database.url, 4)
  try {
    process.stdout.write(await work(db))
  } catch (error) {
    if (error instanceof UnreadableArchive) throw new WrongCommand(error.message)
    throw whyDatabaseFailed(error) ?? error
  } finally {
    await db.destroy()
    await database.stop()
  }
}

/** What is asked for, to be done once the database is open. @throws WrongCommand when the words make no sense */
function workOf(settings: Settings, words: string[]): (db: Db) => Promise<string> {
  const [verb, ...rest] = words
  if (verb === 'list') return listCommand
  if (verb === 'undo') {
    const undo = readUndoWords(rest)
    return (db) => undoCommand(db, undo, progressEvery(PROGRESS_MESSAGES))
  }
  const wanted = readWords(words)
  return (db) => run(db, wanted, openFiles(settings))
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

function progressEvery(messages: number): (gone: number) => void {
  let next = messages
  return (gone) => {
    if (gone < next) return
    note(`${gone.toLocaleString('en')} messages so far`)
    next = gone + messages
  }
}

function readWords(words: string[]): Wanted {
  const { values, positionals } = readOptions({ args: words, options: OPTIONS, allowPositionals: true })
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
