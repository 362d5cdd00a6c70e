// The work of one import. Batches are written one by one, each in a transaction of its own, while the next is read:
// whatever stops an import, what came in stays, and the same import started again goes on.
import type { PostId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { sentence } from '#platform/say'
import { addArchivedReactions, addArchivedWords, findKnownWords, pinArchivedPosts } from '#rooms/spaces'
import { UnreadableArchive } from './archive.ts'
import { ArchiveFiles } from './archive-files.ts'
import type { ArchiveImport, ArchiveOutcome } from './archive-import.ts'
import { ArchivePeople } from './archive-people.ts'
import { ArchiveSayings, type Saying } from './archive-sayings.ts'
import { ArchiveSpaces } from './archive-spaces.ts'
import { ArchiveTally } from './archive-tally.ts'
import { type Batch, batchesOf } from './batches.ts'
import { type Brought, insertBrought, noteBrought } from './brought.ts'
import { findOwnWords, insertOrigins, saveArchive } from './store.ts'

/** Somebody asked the import to stop. */
class ImportStopped extends Error {
  override name = 'ImportStopped'
}

export class Importing {
  #wanted: ArchiveImport & { id: string }
  #people: ArchivePeople
  #spaces: ArchiveSpaces
  #sayings: ArchiveSayings
  #files: ArchiveFiles
  #tally: ArchiveTally
  #reactions = 0
  #startedAt: Temporal.Instant

  constructor(wanted: ArchiveImport & { id: string }) {
    const { source, chartIds, merges, files, now } = wanted
    const at = now()
    this.#wanted = wanted
    this.#people = new ArchivePeople({ source, at, chartIds, merges })
    this.#spaces = new ArchiveSpaces({ source, at, people: this.#people })
    this.#sayings = new ArchiveSayings({ source, people: this.#people, spaces: this.#spaces, merges })
    this.#tally = new ArchiveTally(wanted.examplesWanted)
    this.#files = new ArchiveFiles({ source, files, now, tally: this.#tally })
    this.#startedAt = at
  }

  async run(): Promise<ArchiveOutcome> {
    let isStopped = false
    try {
      await this.#takeAll()
    } catch (error) {
      if (!(error instanceof ImportStopped)) throw error
      isStopped = true
    }
    const { db, id, file, source, isApplied, merges, now } = this.#wanted
    if (isApplied) await noteBrought(db, id)
    // Last of all, since whoever reads that it is done reads the counts beside it.
    if (isApplied && !isStopped) await this.#save(db, now())
    return {
      ...{ id, file, source, isApplied, isStopped, merges: merges.all, tally: this.#tally },
      ...{ people: this.#people.counts, spaces: this.#spaces.counts, files: this.#files.counts },
    }
  }

  async #takeAll(): Promise<void> {
    let writing: Promise<void> = Promise.resolve()
    try {
      for await (const batch of batchesOf(this.#wanted.records)) {
        await writing
        writing = this.#takeBatch(batch)
        // A failure is met at the next batch or at the end; until then it must not count as unhandled.
        writing.catch(() => {})
        // What a reader opened it closes after its last record, and files may yet have to be read.
        if (batch.isLast) await writing
      }
    } catch (error) {
      await writing
      throw this.#whatStays(error)
    }
    await writing
  }

  async #save(db: Db, finishedAt: Temporal.Instant | undefined): Promise<boolean> {
    const { id, source, file } = this.#wanted
    const archive = { id, source, file, startedAt: this.#startedAt, finishedAt }
    const more = { reactions: this.#reactions, files: this.#files.counts.fresh }
    return saveArchive(db, { ...archive, ...more, ...this.#tally.counts })
  }

  /** An archive may turn out to be unreadable only after part of it came in. */
  #whatStays(error: unknown): unknown {
    if (!(error instanceof UnreadableArchive) || !this.#wanted.isApplied || this.#tally.fresh === 0)
      return error
    return new UnreadableArchive(
      sentence('{problem} What came in before that stays.', { problem: error.sentence }),
    )
  }

  async #takeBatch(batch: Batch): Promise<void> {
    const { db, isApplied, onProgress } = this.#wanted
    const isToStop = isApplied
      ? await db.transaction().execute((db) => this.#write(db, batch))
      : await this.#onlyLook(db, batch)
    onProgress(this.#tally.counts.found)
    if (isToStop) throw new ImportStopped('stopped')
  }

  async #onlyLook(db: Db, batch: Batch): Promise<false> {
    const { fresh } = await this.#look(db, batch)
    this.#files.look(fresh)
    this.#tally.fresh += fresh.length
    return false
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
    for (const { row } of sayings) this.#tally.see(row.at)
    const known = await findKnownWords(
      db,
      sayings.map(({ row }) => row.id),
    )
    // What this import brought before it was stopped is its own, and none that was known before.
    const own = await findOwnWords(db, this.#wanted.id, [...known])
    this.#tally.known += known.size - own.size
    this.#tally.fresh += own.size
    const isKnown = ({ row }: Saying) => known.has(row.id)
    const fresh = sayings.filter((saying) => !isKnown(saying))
    return { freshPeople, fresh, standing: sayings.filter(isKnown), own }
  }

  /** @returns whether somebody waits for the import to stop */
  async #write(db: Db, batch: Batch): Promise<boolean> {
    const { freshPeople, fresh, standing, own } = await this.#look(db, batch)
    const people = await this.#people.write(db, batch.people, freshPeople)
    const attachments = await this.#files.keep(db, fresh)
    const rows = fresh.map(({ row }) => row)
    const spaces = await this.#spaces.write(db, rows)
    const written = await addArchivedWords(db, rows)
    for (const { row, where } of fresh) {
      if (written.has(row.id)) this.#tally.fresh += 1
      else this.#tally.lose({ outcome: 'skipped', isMessage: true, reason: 'its thread is not here', where })
      if (written.has(row.id)) this.#reactions += row.reactions.length
    }
    const isWritten = ({ row }: Saying) => written.has(row.id)
    const files = await this.#files.attach(
      db,
      attachments.filter(({ saidId }) => written.has(saidId)),
    )
    await this.#pin(db, fresh.filter(isWritten))
    const reactions = await this.#react(db, { standing, own })
    const { id } = this.#wanted
    await insertOrigins(db, id, fresh.filter(isWritten).map(originOf))
    await insertBrought(db, id, [...people, ...spaces, ...files, ...reactions])
    return this.#save(db, undefined)
  }

  async #pin(db: Db, fresh: readonly Saying[]): Promise<void> {
    const wanted = fresh.filter(({ isPinned }) => isPinned)
    const posts = wanted.filter(({ row }) => row.threadId === undefined)
    const pinned = await pinArchivedPosts(
      db,
      posts.map(({ row }) => row.id as string as PostId),
    )
    for (const { row, where } of wanted) {
      if (row.threadId !== undefined) this.#tally.lose({ ...LOSSY, reason: 'pinned reply', where })
      else if (!pinned.has(row.id as string as PostId))
        this.#tally.lose({ ...LOSSY, reason: PINS_FULL, where })
    }
  }

  /** What was known may have found reactions since. Those on words of this import go when they go. */
  async #react(
    db: Db,
    { standing, own }: { standing: readonly Saying[]; own: ReadonlySet<SaidId> },
  ): Promise<Brought[]> {
    const added = await addArchivedReactions(
      db,
      standing.flatMap(({ row }) =>
        row.reactions.map(({ kind, personId }) => ({ saidId: row.id, kind, personId, at: row.at })),
      ),
    )
    this.#reactions += added.length
    return added
      .filter(({ saidId }) => !own.has(saidId))
      .map(({ saidId, kind, personId }) => ({ what: 'reaction', subjectId: saidId, personId, word: kind }))
  }
}

const LOSSY = { outcome: 'lossy', isMessage: false } as const
const OPEN_AGAIN = { ...LOSSY, reason: 'archived channel, which takes new words here' } as const
const PINS_FULL = 'pinned message for which its space has no room'

function originOf({ row, authorKey, appearances }: Saying) {
  return { saidId: row.id, authorKey, appearances }
}
