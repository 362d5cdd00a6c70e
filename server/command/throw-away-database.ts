import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '#platform/db'
import { migrate } from '#platform/migrate'
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres'
import { openImportDb } from './open-import-db.ts'

const CONNECTIONS = 3

/** Lends a fresh database, and leaves nothing of it behind. */
export async function withThrowAwayDatabase<Found>(use: (db: Db) => Promise<Found>): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-throw-away-'))
  try {
    const server = await startEmbeddedPostgres({ dataFolder: folder, log: () => {}, durable: false })
    try {
      await migrate(server.url)
      const db = openImportDb(server.url, CONNECTIONS)
      return await use(db).finally(() => db.destroy())
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
