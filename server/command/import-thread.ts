// A thread that does one task of import, beside the server's own: the only other file that acts when it is imported.
import { workerData } from 'node:worker_threads'
import { openFiles } from '#outside/files'
import { clock } from '#platform/clock'
import { openDb, openPool } from '#platform/db'
import { doImportTask, openUploadShelf, type ThreadTask } from '#rooms/import'

/** Counting the words of a large network, and the vacuum after it, take their time. */
const NO_STATEMENT_TIMEOUT = 0

const { databaseUrl, settings, task } = workerData as ThreadTask
const pool = openPool({ url: databaseUrl, connections: 3, statementTimeoutMs: NO_STATEMENT_TIMEOUT })
const db = openDb(pool)
try {
  const shelf = openUploadShelf(settings.dataFolder)
  await doImportTask({ db, files: openFiles(settings), shelf, now: clock }, task)
} finally {
  await db.destroy()
}
