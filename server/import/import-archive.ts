// Brings an archive in, or says what would come in: its turn, its state, and what follows when it is in.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { refreshWordCounts } from '#rooms/spaces'
import { UnreadableArchive } from './archive.ts'
import type { ArchiveImport, ArchiveOutcome } from './archive-import.ts'
import { noteBrought } from './brought.ts'
import { inImportTurn } from './import-turn.ts'
import { Importing } from './importing.ts'
import { requireOwnNetwork } from './require-own-network.ts'
import { AT_FAULT, releaseInterrupted } from './standing-import.ts'
import { stopArchive } from './store.ts'

/**
 * Imports one archive. Nothing is told to anybody but the word counts, which search ranks by.
 * @throws UnreadableArchive when the archive cannot be read, or when another import is under way
 */
export async function importArchive(given: ArchiveImport): Promise<ArchiveOutcome> {
  const wanted = { ...given, id: given.id ?? newId<string>(given.now()) }
  if (!wanted.isApplied) {
    return wanted.db.connection().execute((db) => new Importing({ ...wanted, db }).run())
  }
  return inImportTurn(wanted.db, async (db) => {
    await requireOwnNetwork(db)
    await releaseInterrupted(db)
    return bringIn({ ...wanted, db })
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
    const problem = error instanceof UnreadableArchive ? error.sentence : AT_FAULT
    await stopArchive(db, id, problem).catch(() => {})
    await noteBrought(db, id).catch(() => {})
    throw error
  }
}

/** Counts words and gathers statistics, without which the first searches and briefs would be slow and ill-ranked. */
async function settle(connection: Db): Promise<void> {
  await refreshWordCounts(connection)
  await sql`vacuum (analyze)`.execute(connection)
}
