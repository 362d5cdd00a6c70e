// The files of an archive: kept under ids that are the same at every reading, and attached to what was said.
import type { ArchiveSource } from '#contract/import'
import type { FileId, SaidId } from '#contract/ref'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import { idOf } from '#platform/ids'
import { say } from '#platform/say'
import { attachArchivedFiles, keepFile } from '#rooms/spaces'
import type { ArchivedFile } from './archive.ts'
import type { Saying } from './archive-sayings.ts'
import type { ArchiveTally } from './archive-tally.ts'
import type { Brought } from './brought.ts'
import { withAttachedLine } from './reading/attached-line.ts'
import { storable } from './storable-text.ts'

export type FileCounts = { found: number; fresh: number }

type Setting = {
  source: ArchiveSource
  /** Without one, all files stay behind. */
  files: FileStore | undefined
  now: () => Temporal.Instant
  tally: ArchiveTally
}

type Attachment = { saidId: SaidId; fileId: FileId }

export class ArchiveFiles {
  readonly counts: FileCounts = { found: 0, fresh: 0 }
  #setting: Setting

  constructor(setting: Setting) {
    this.#setting = setting
  }

  /** Counts what would come along, and what is too large to. */
  look(sayings: readonly Saying[]): void {
    const { files: store, tally } = this.#setting
    for (const { files, where } of sayings) {
      this.counts.found += files.length
      for (const { bytes } of files) {
        if (store === undefined || bytes > store.limits.fileBytes) {
          tally.lose({ ...BEHIND, reason: store === undefined ? 'attached file' : TOO_LARGE, where })
        } else this.counts.fresh += 1
      }
    }
  }

  /** Keeps the files of fresh words, and names those that are refused under the words themselves. */
  async keep(db: Db, sayings: readonly Saying[]): Promise<Attachment[]> {
    const attachments: Attachment[] = []
    for (const saying of sayings) {
      const refused: string[] = []
      this.counts.found += saying.files.length
      for (const file of saying.files) {
        const fileId = await this.#keepOne(db, { file, saying })
        if (fileId === undefined) refused.push(storable(file.name))
        else attachments.push({ saidId: saying.row.id, fileId })
      }
      saying.row.body = withAttachedLine(saying.row.body, refused)
    }
    return attachments
  }

  /** @returns what was brought with it */
  async attach(db: Db, attachments: readonly Attachment[]): Promise<Brought[]> {
    await attachArchivedFiles(db, attachments)
    this.counts.fresh += attachments.length
    return attachments.map(({ fileId }) => ({ what: 'file', subjectId: fileId }))
  }

  async #keepOne(
    db: Db,
    { file, saying }: { file: ArchivedFile; saying: Saying },
  ): Promise<FileId | undefined> {
    const { files: store, source, now, tally } = this.#setting
    const { row, where } = saying
    if (store === undefined) {
      tally.lose({ ...BEHIND, reason: 'attached file', where })
      return undefined
    }
    const id = idOf<FileId>(`${source}:file`, file.key, row.at)
    const reading = watched(file)
    try {
      const given = {
        id,
        name: storable(file.name) || 'file',
        uploaderId: row.authorId,
        at: row.at,
        now: now(),
      }
      const kept = await keepFile(db, store, { ...given, read: reading.read })
      if (!('refused' in kept)) return id
      tally.lose({ ...BEHIND, reason: `attached file that was refused: ${say('en', kept.refused)}`, where })
    } catch (error) {
      if (!reading.isBroken()) throw error
      tally.lose({ ...BEHIND, reason: 'attached file whose bytes are damaged', where })
    }
    return undefined
  }
}

const BEHIND = { outcome: 'lossy', isMessage: false } as const
const TOO_LARGE = 'attached file that is too large'

/** Tells a file that cannot be read from a place where it cannot be kept. */
function watched({ read }: ArchivedFile) {
  let isBroken = false
  async function* chunks(): AsyncIterable<Uint8Array> {
    try {
      yield* read()
    } catch (error) {
      isBroken = true
      throw error
    }
  }
  return { read: chunks, isBroken: () => isBroken }
}
