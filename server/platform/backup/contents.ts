// What stands in a backup, and the words in which one is refused.
import { z } from 'zod'

/** Raised whenever a Foyer of before could no longer read what is written. */
export const BACKUP_FORMAT = 1
export const CONTENTS_NAME = 'contents.json'
export const JOBS_NAME = 'jobs.json'

const Entry = z.object({ entry: z.string(), bytes: z.number().int(), sha256: z.string() })
export type Entry = z.output<typeof Entry>

/** The first thing read of a backup, and the last written: every other entry with its length and its hash. */
export const Contents = z.object({
  format: z.literal(BACKUP_FORMAT),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(Entry.extend({ table: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.number().int() })),
  files: z.array(Entry),
  jobs: Entry,
})
export type Contents = z.output<typeof Contents>

export const WaitingJobs = z.array(z.object({ queue: z.string(), facts: z.record(z.string(), z.unknown()) }))
export type WaitingJobs = z.output<typeof WaitingJobs>

/** A backup cannot be made or brought back; the message is a sentence. */
export class BackupTrouble extends Error {
  override name = 'BackupTrouble'
}
