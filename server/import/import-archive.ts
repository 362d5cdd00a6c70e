// Brings an archive in, or says what would come in: its turn, its state, and what follows when it is in.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { refreshWordCounts } from '#rooms/spaces'
import { UnreadableArchive } from './archive.ts'
import type { ArchiveImport, ArchiveOutcome } from './archive-import.ts'
import { noteBrought } from './brought.ts'
import { endImportTurn, takeImportTurn } from './import-turn.ts'
import { Importing } from './importing.ts'
import { requireOwnNetwork } from './require-own-network.ts'
import { NOT_YOUR_TURN, releaseInterrupted } from './standing-import.ts'
import { stopArchive } from './store.ts'

/**
 * Imports one archive. Nothing is told to anybody but the word counts, which search ranks by.
 * @throws UnreadableArchive when the archive cannot be read, or when another import is under way
 */
export async function importArchive(wanted: ArchiveImport): Promise<ArchiveOutcome> {
  return wanted.db.connection().execute(async (connection) => {
    const id = wanted.id ?? newId<string>(wanted.now())
    const mine = { ...wanted, db: connection, id }
    if (!wanted.isApplied) return new Importing(mine).run()
    if (!(await takeImportTurn(connection))) throw new UnreadableArchive(NOT_YOUR_TURN)
    try {
      await requireOwnNetwork(connection)
      await releaseInterrupted(connection)
      return await bringIn(mine)
    } finally {
      await endImportTurn(connection).catch(() => {})
    }
  })
}

async function bringIn(wanted: ArchiveImport & { id: string }): Promise<ArchiveOutcome> {
  const { db, id, settling = 'now' } = wanted
  try {
    const outcome = await new Importing(wanted).run()
    if (outcome.isStopped) await stopArchive(db, id, undefined)
    else if (settling === 'now') await settle(db)
    return outcome
  } catch (error) {
    // Whoever looks later reads why; when the database itself is away, it cannot be noted, and it is seen all the same.
    await stopArchive(db, id, problemOf(error)).catch(() => {})
    await noteBrought(db, id).catch(() => {})
    throw error
  }
}

function problemOf(error: unknown): string {
  if (error instanceof UnreadableArchive) return error.message
  return 'Foyer met with an error of its own. What came in before that stays; resume, or look into the log.'
}

/** Counts words and gathers statistics, without which the first searches and briefs would be slow and ill-ranked. */
async function settle(connection: Db): Promise<void> {
  await refreshWordCounts(connection)
  await sql`vacuum (analyze)`.execute(connection)
}
