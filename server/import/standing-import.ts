// An import as it stands: what it is, how far it came, and whether anybody works on it.
import { sql } from 'kysely'
import type { ArchiveSource } from '#contract/import'
import type { Db } from '#platform/db'
import { UnreadableArchive } from './archive.ts'

export type ImportState = 'waiting' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone'

export type StandingImport = {
  id: string
  source: ArchiveSource
  file: string
  state: ImportState
  uploadId: string | null
  startedAt: Temporal.Instant
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function findImport(db: Db, id: string): Promise<StandingImport | undefined> {
  if (!UUID.test(id)) return undefined
  const found = await sql<StandingImport>`
    select id, source, file, state, upload_id as "uploadId", started_at as "startedAt"
    from import.archive where id = ${id}`.execute(db)
  return found.rows[0]
}

/** @throws UnreadableArchive when there is none */
export async function requireImport(db: Db, id: string): Promise<StandingImport> {
  const found = await findImport(db, id)
  if (found === undefined) throw new UnreadableArchive(`There is no import ${id}.`)
  return found
}

const LISTED_MAX = 50

export type ListedImport = StandingImport & { messages: number }

/** The last imports, newest first. */
export async function listStandingImports(db: Db): Promise<ListedImport[]> {
  const found = await sql<ListedImport>`
    select id, source, file, state, upload_id as "uploadId", started_at as "startedAt", messages_new as messages
    from import.archive order by started_at desc, id desc limit ${LISTED_MAX}`.execute(db)
  return found.rows
}
