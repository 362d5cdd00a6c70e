// What an import of an archive is asked for, and what comes of it.
import type { ArchiveSource } from '#contract/import'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import type { ArchiveRecord } from './archive.ts'
import type { FileCounts } from './archive-files.ts'
import type { PeopleCounts } from './archive-people.ts'
import type { SpaceCounts } from './archive-spaces.ts'
import type { ArchiveTally } from './archive-tally.ts'
import type { Merge, Merges } from './merges.ts'

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
