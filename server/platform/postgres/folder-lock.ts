// One data folder, one Foyer. A file with a process number in it can be stale, and the number may by now belong
// to somebody else, or mean another process in another container. So the kernel keeps the lock: it lets go in
// the very moment the process ends, however it ends. Node has no call for that, but its SQLite locks files.
import { chmodSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { PostgresTrouble, troubleFrom } from './postgres-trouble.ts'

/** SQLITE_BUSY: somebody else holds the lock. */
const BUSY = 5

/** A database that nobody refers to is closed with the garbage, and its lock goes with it. */
const held = new Set<DatabaseSync>()

/**
 * Takes the lock of a data folder and gives the function that releases it. No other code may open the lock
 * file: on Unix, closing any handle of a file drops all locks this process has on it.
 * @throws PostgresTrouble of kind `in-use` when another Foyer, here or in another process, has it
 */
export function lockFolder({ lock, dataFolder }: { lock: string; dataFolder: string }): () => void {
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(lock)
    file.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE')
    chmodSync(lock, 0o600)
  } catch (error) {
    file?.close()
    throw lockTrouble(error, dataFolder)
  }
  const taken = file
  held.add(taken)
  return () => {
    if (held.delete(taken)) taken.close()
  }
}

function lockTrouble(error: unknown, dataFolder: string): PostgresTrouble {
  if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
    return new PostgresTrouble(
      'in-use',
      `Another Foyer is already using ${dataFolder}. Stop it first, or give this one a folder of its own ` +
        'with FOYER_DATA.',
      { cause: error },
    )
  }
  const said = String(error).replace(/unable to open database file|readonly database/, 'Permission denied')
  return troubleFrom({ said, where: dataFolder, otherwise: `Foyer cannot lock ${dataFolder}: ${said}` })
}
