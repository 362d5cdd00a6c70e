// Brings an archive in, or says what would come in: its turn, its state, and what follows when it is in.
import { sql } from 'kysely'
import type { ArchiveSource } from '#contract/import'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { refreshWordCounts } from '#rooms/spaces'
import { type ArchiveRecord, UnreadableArchive } from './archive.ts'
import type { FileCounts } from './archive-files.ts'
import type { PeopleCounts } from './archive-people.ts'
import type { SpaceCounts } from './archive-spaces.ts'
import type { ArchiveTally } from './archive-tally.ts'
import { noteBrought } from './brought.ts'
import { endImportTurn, takeImportTurn } from './import-turn.ts'
import { Importing } from './importing.ts'
import type { Merge, Merges } from './merges.ts'
import { requireOwnNetwork } from './require-own-network.ts'
import { NOT_YOUR_TURN, releaseInterrupted } from './standing-import.ts'
import { stopArchive } from './store.ts'

export type ArchiveImport = {
  db: Db
  source: Exclude<ArchiveSource, 'people'>
  /** The name that reports show. */
  file: string
  records: AsyncIterable<ArchiveRecord>
  /** Keys that the reader took from the network, where they are ids. */
  chartIds: ReadonlySet<string>
  /** Filled by the reader before its first record. */
  merges: Merges
  /** False only says what would come in. */
  isApplied: boolean
  /** How many places in the archive to name for each reason of a loss. */
  examplesWanted: number
  /** Where attached files are kept; without it they stay behind. */
  files?: FileStore | undefined
  /** Whether to refresh what search ranks by at once, or to leave it to the job that does so by the hour. */
  settling?: 'now' | 'later'
  /** An import that was prepared or stopped, and goes on; else a fresh one begins. */
  id?: string | undefined
  now: () => Temporal.Instant
  /** Hears after each batch how many messages were gone through. */
  onProgress: (messages: number) => void
}

export type ArchiveOutcome = {
  /** By which the import is undone; of a dry run it names nothing. */
  id: string
  file: string
  source: ArchiveImport['source']
  isApplied: boolean
  /** True when somebody stopped it; what came in stays. */
  isStopped: boolean
  people: PeopleCounts
  spaces: SpaceCounts
  files: FileCounts
  tally: ArchiveTally
  merges: readonly Merge[]
}

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
    await noteBrought(db, id)
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
