// A thread that does one task of import, beside the server's own: the only other file that acts when it is imported.
import { workerData } from 'node:worker_threads'
import { openFiles } from '#outside/files'
import { clock } from '#platform/clock'
import { doImportTask, openUploadShelf, type ThreadTask } from '#rooms/import'
import { openImportDb } from './open-import-db.ts'

const { databaseUrl, settings, task } = workerData as ThreadTask
const db = openImportDb(databaseUrl, 3)
try {
  const shelf = openUploadShelf(settings.dataFolder)
  await doImportTask({ db, files: openFiles(settings), shelf, now: clock }, task)
} finally {
  await db.destroy()
}
