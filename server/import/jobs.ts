// Imports run in threads of their own beside the server's, so that requests do not wait for them.
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import type { Log } from '#platform/log'
import { sentence } from '#platform/say'
import type { Settings } from '#platform/settings'
import type { ImportTask } from './import-tasks.ts'
import { AT_FAULT } from './standing-import.ts'
import { stopArchive } from './store.ts'
import type { UploadShelf } from './upload-shelf.ts'
import { deleteUpload, endLook } from './uploads.ts'

export const importListeners: readonly Listener[] = [
  { on: 'import/upload-completed', job: 'import/look-at-upload' },
  { on: 'import/import-asked-for', job: 'import/let-in' },
  { on: 'import/undo-asked-for', job: 'import/take-out' },
]

/** What a thread is given to begin with. */
export type ThreadTask = { databaseUrl: string; settings: Settings; task: ImportTask }

type Desk = { databaseUrl: string; settings: Settings; shelf: UploadShelf; log: Log }

/** Enough for an archive of any size, and so little that one which needs more does not take the server along. */
const THREAD_MEGABYTES_MAX = 768
const KEPT_DAYS = 7

/** The jobs of this room, and what ends the threads that they began. */
export function importJobs(desk: Desk): { jobs: Job[]; stop: () => Promise<void> } {
  const threads = new Set<Worker>()
  const start = (db: Db, task: ImportTask) => {
    const thread = startThread(desk, task)
    threads.add(thread)
    thread.on('error', (error: unknown) => {
      desk.log.error(
        { error: error instanceof Error ? error.stack : String(error), task },
        'an import failed',
      )
      void noteFailure(db, task, error).catch(() => {})
    })
    thread.on('exit', () => threads.delete(thread))
  }
  return {
    jobs: [
      {
        name: 'import/look-at-upload',
        run: async ({ db, facts }) =>
          start(db, { what: 'look', uploadId: String(facts.uploadId), look: Number(facts.look) }),
      },
      {
        name: 'import/let-in',
        run: async ({ db, facts }) => start(db, { what: 'import', importId: String(facts.importId) }),
      },
      {
        name: 'import/take-out',
        run: async ({ db, facts }) => start(db, { what: 'undo', importId: String(facts.importId) }),
      },
      {
        name: 'import/forget-uploads',
        cron: '23 3 * * *',
        run: ({ db, now }) => forgetUploads(db, desk.shelf, now),
      },
    ],
    stop: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()))
    },
  }
}

function startThread({ databaseUrl, settings }: Desk, task: ImportTask): Worker {
  const workerData: ThreadTask = { databaseUrl, settings, task }
  return new Worker(new URL('../command/import-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES_MAX },
  })
}

async function noteFailure(db: Db, task: ImportTask, error: unknown): Promise<void> {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  const problem = isMemory ? NEEDED_MORE : AT_FAULT
  if (task.what === 'import') await stopArchive(db, task.importId, problem)
  else if (task.what === 'look') await endLook(db, { id: task.uploadId, look: task.look }, { problem })
}

const NEEDED_MORE = sentence(
  'It needed more memory than an import may have. Export shorter periods and bring them in one after the other.',
)

/** Removes archives that nobody let in for a week, and bytes that no upload tells of. */
export async function forgetUploads(db: Db, shelf: UploadShelf, now: Temporal.Instant): Promise<void> {
  const stale = await sql<{ id: string }>`
    select id from import.upload where at < ${now.subtract({ hours: 24 * KEPT_DAYS })}`.execute(db)
  for (const { id } of stale.rows) await deleteUpload(db, id)
  const known = await sql<{ id: string }>`select id from import.upload`.execute(db)
  const ids = new Set(known.rows.map((row) => row.id))
  for (const id of await shelf.list()) if (!ids.has(id)) await shelf.remove(id)
}
