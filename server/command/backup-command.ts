// `foyer backup` and `foyer restore`: a whole network into one file, and back into an empty place.
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { keptFolderOf } from '#outside/files'
import { BackupTrouble, type Contents } from '#platform/backup/contents'
import { restoreBackup } from '#platform/backup/restore-backup'
import { writeBackup } from '#platform/backup/write-backup'
import { clock } from '#platform/clock'
import { openDatabase, reachDatabase } from '#platform/database'
import type { Settings } from '#platform/settings'
import { note } from './note.ts'
import { WrongCommand } from './wrong-command.ts'

/** Backs up while Foyer runs or while it does not. */
export async function backupCommand(settings: Settings, words: readonly string[]): Promise<void> {
  const madeAt = clock()
  const [given, ...more] = words
  if (more.length > 0) throw new WrongCommand('Give one file at most: foyer backup [<file>]')
  const path = given === undefined ? join(settings.dataFolder, 'backups', nameOf(madeAt)) : resolve(given)
  const database = await openDatabase({ settings, say: note, mayJoin: 'may-join' })
  const wish = { databaseUrl: database.url, filesFolder: keptFolderOf(settings.dataFolder), path, madeAt }
  const contents = await inWords(writeBackup(wish)).finally(() => database.stop())
  const megabytes = (statSync(path).size / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })
  process.stdout.write(`${path}\n${countsOf(contents)}, ${megabytes} MB. It holds secrets: keep it safe.\n`)
}

export async function restoreCommand(settings: Settings, words: readonly string[]): Promise<void> {
  const [path, ...more] = words
  if (path === undefined || more.length > 0) throw new WrongCommand('Say which backup: foyer restore <file>')
  const database = await reachDatabase({ settings, say: note, mayJoin: 'alone' })
  const wish = {
    databaseUrl: database.url,
    filesFolder: keptFolderOf(settings.dataFolder),
    path: resolve(path),
  }
  const contents = await inWords(restoreBackup(wish)).finally(() => database.stop())
  process.stdout.write(`Restored ${countsOf(contents)}, as of ${contents.madeAt}. Start Foyer.\n`)
}

/** Without colons, which not every file system takes. */
function nameOf(at: Temporal.Instant): string {
  return `foyer-${at.toString({ smallestUnit: 'second' }).replaceAll(':', '')}.zip`
}

function countsOf({ tables, files }: Contents): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${rows.toLocaleString('en')} rows of ${tables.length} tables and ${files.length.toLocaleString('en')} files`
}

async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof BackupTrouble ? new WrongCommand(error.message) : error
  }
}
