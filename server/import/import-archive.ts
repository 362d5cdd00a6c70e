// Brings an archive in, or says what would come in. Batches are written one by one, each in a transaction of its own,
// while the next is read: whatever stops an import, what came in stays, and the same import started again goes on.
import { sql } from 'kysely'
import type { ArchiveSource } from '#contract/import'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { addArchivedWords, findKnownWords, refreshWordCounts } from '#rooms/spaces'
import { type ArchiveRecord, UnreadableArchive } from './archive.ts'
import { ArchivePeople, type PeopleCounts } from './archive-people.ts'
import { ArchiveSayings, type Saying } from './archive-sayings.ts'
import { ArchiveSpaces, type SpaceCounts } from './archive-spaces.ts'
import { ArchiveTally } from './archive-tally.ts'
import { type Batch, batchesOf } from './batches.ts'
import type { Merge, Merges } from './merges.ts'
import { endImportTurn, insertOrigins, saveArchive, takeImportTurn } from './store.ts'

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
  now: () => Temporal.Instant
  /** Hears after each batch how many messages were gone through. */
  onProgress: (messages: number) => void
}

export type ArchiveOutcome = {
  file: string
  source: ArchiveImport['source']
  isApplied: boolean
  people: PeopleCounts
  spaces: SpaceCounts
  tally: ArchiveTally
  merges: readonly Merge[]
}

/**
 * Imports one archive. Nothing is told to anybody but the word counts, which search ranks by.
 * @throws UnreadableArchive when the archive cannot be read, or when another import is under way
 */
export async function importArchive(wanted: ArchiveImport): Promise<ArchiveOutcome> {
  return wanted.db.connection().execute(async (connection) => {
    if (!wanted.isApplied) return new Importing({ ...wanted, db: connection }).run()
    if (!(await takeImportTurn(connection))) {
      throw new UnreadableArchive('Another import is under way. Start this one when it has ended.')
    }
    try {
      const outcome = await new Importing({ ...wanted, db: connection }).run()
      await settle(connection)
      return outcome
    } finally {
      await endImportTurn(connection).catch(() => {})
    }
  })
}

/** Counts words and gathers statistics, without which the first searches and briefs would be slow and ill-ranked. */
async function settle(connection: Db): Promise<void> {
  await refreshWordCounts(connection)
  await sql`vacuum (analyze)`.execute(connection)
}

class Importing {
  #wanted: ArchiveImport
  #people: ArchivePeople
  #spaces: ArchiveSpaces
  #sayings: ArchiveSayings
  #tally: ArchiveTally
  #archiveId: string
  #startedAt: Temporal.Instant

  constructor(wanted: ArchiveImport) {
    const { source, chartIds, merges } = wanted
    const at = wanted.now()
    this.#wanted = wanted
    this.#people = new ArchivePeople({ source, at, chartIds, merges })
    this.#spaces = new ArchiveSpaces({ source, at, people: this.#people })
    this.#sayings = new ArchiveSayings({ source, people: this.#people, spaces: this.#spaces, merges })
    this.#tally = new ArchiveTally(wanted.examplesWanted)
    this.#archiveId = newId<string>(at)
    this.#startedAt = at
  }

  async run(): Promise<ArchiveOutcome> {
    const { db, file, source, isApplied, merges } = this.#wanted
    let writing: Promise<void> = Promise.resolve()
    try {
      for await (const batch of batchesOf(this.#wanted.records)) {
        await writing
        writing = this.#takeBatch(batch)
        // A failure is met at the next batch or at the end; until then it must not count as unhandled.
        writing.catch(() => {})
      }
    } catch (error) {
      await writing
      throw this.#whatStays(error)
    }
    await writing
    const finishedAt = this.#wanted.now()
    if (isApplied) await this.#save(db, finishedAt)
    const [people, spaces] = [this.#people.counts, this.#spaces.counts]
    return { file, source, isApplied, people, spaces, merges: merges.all, tally: this.#tally }
  }

  async #save(db: Db, finishedAt: Temporal.Instant | undefined): Promise<void> {
    const { source, file } = this.#wanted
    const archive = { id: this.#archiveId, source, file, startedAt: this.#startedAt, finishedAt }
    await saveArchive(db, { ...archive, ...this.#tally.counts })
  }

  /** An archive may turn out to be unreadable only after part of it came in. */
  #whatStays(error: unknown): unknown {
    if (!(error instanceof UnreadableArchive) || !this.#wanted.isApplied || this.#tally.fresh === 0)
      return error
    return new UnreadableArchive(`${error.message} What came in before that stays.`)
  }

  async #takeBatch(batch: Batch): Promise<void> {
    const { db, isApplied, onProgress } = this.#wanted
    if (isApplied) await db.transaction().execute((db) => this.#write(db, batch))
    else await this.#look(db, batch)
    onProgress(this.#tally.counts.found)
  }

  /** Finds out what of a batch is new, and counts what is not. */
  async #look(db: Db, batch: Batch) {
    for (const loss of batch.losses) this.#tally.lose(loss)
    const freshPeople = await this.#people.recognise(db, batch.people)
    this.#spaces.take(batch.spaces)
    for (const { isArchived, where } of batch.spaces) {
      if (isArchived) this.#tally.lose({ ...OPEN_AGAIN, where })
    }
    const { sayings, unsayable } = this.#sayings.take(batch.words)
    for (const each of unsayable) this.#tally.lose({ ...each, outcome: 'skipped', isMessage: true })
    const known = await findKnownWords(
      db,
      sayings.map(({ row }) => row.id),
    )
    for (const { row, files, isPinned, where } of sayings) {
      this.#tally.see(row.at)
      for (const _ of files) this.#tally.lose({ ...FILE_BEHIND, where })
      if (isPinned) this.#tally.lose({ ...UNPINNED, where })
    }
    this.#tally.known += known.size
    const fresh = sayings.filter(({ row }) => !known.has(row.id))
    if (!this.#wanted.isApplied) this.#tally.fresh += fresh.length
    return { freshPeople, fresh }
  }

  async #write(db: Db, batch: Batch): Promise<void> {
    const { freshPeople, fresh } = await this.#look(db, batch)
    await this.#people.write(db, batch.people, freshPeople)
    const rows = fresh.map(({ row }) => row)
    await this.#spaces.write(db, rows)
    const written = await addArchivedWords(db, rows)
    for (const { row, where } of fresh) {
      if (written.has(row.id)) this.#tally.fresh += 1
      else this.#tally.lose({ outcome: 'skipped', isMessage: true, reason: 'its thread is not here', where })
    }
    await insertOrigins(db, this.#archiveId, fresh.filter(({ row }) => written.has(row.id)).map(originOf))
    await this.#save(db, undefined)
  }
}

const OPEN_AGAIN = {
  outcome: 'lossy',
  isMessage: false,
  reason: 'archived channel, which takes new words here',
} as const

const FILE_BEHIND = { outcome: 'lossy', isMessage: false, reason: 'attached file' } as const
const UNPINNED = { outcome: 'lossy', isMessage: false, reason: 'pinned message' } as const

function originOf({ row, authorKey, appearances }: Saying) {
  return { saidId: row.id, authorKey, appearances }
}
