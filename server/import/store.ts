// The SQL of this room's tables: which archives came in, and what of the network came from where in them.
import { sql } from 'kysely'
import type { ArchiveSource, ImportRun } from '#contract/import'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { type Sentence, writtenDown } from '#platform/say'

export type ArchiveCounts = {
  found: number
  fresh: number
  known: number
  skipped: number
  skippedBy: ImportRun['skipped']
  lossyBy: ImportRun['lossy']
}

export type ArchiveRow = ArchiveCounts & {
  id: string
  source: ArchiveSource
  file: string
  startedAt: Temporal.Instant
  /** Undefined while it is still coming in. */
  finishedAt: Temporal.Instant | undefined
  /** What came in besides messages; a people file tells of none. */
  reactions?: number
  files?: number
}

/**
 * Notes how far an archive has come.
 * @returns whether somebody waits for it to stop
 */
export async function saveArchive(db: Db, archive: ArchiveRow): Promise<boolean> {
  const { found, fresh, known, skipped, reactions = 0, files = 0 } = archive
  const state = archive.finishedAt === undefined ? 'running' : 'done'
  const saved = await sql<{ isToStop: boolean }>`
    insert into import.archive (id, source, file, started_at, finished_at, state, messages_found, messages_new,
      messages_known, messages_skipped, skipped, lossy, reactions_new, files_new)
    values (${archive.id}, ${archive.source}, ${archive.file}, ${archive.startedAt}, ${archive.finishedAt ?? null},
      ${state}, ${found}, ${fresh}, ${known}, ${skipped}, ${JSON.stringify(archive.skippedBy)}::jsonb,
      ${JSON.stringify(archive.lossyBy)}::jsonb, ${reactions}, ${files})
    on conflict (id) do update set
      finished_at = excluded.finished_at, state = excluded.state, messages_found = excluded.messages_found,
      messages_new = excluded.messages_new, messages_known = excluded.messages_known,
      messages_skipped = excluded.messages_skipped, skipped = excluded.skipped, lossy = excluded.lossy,
      reactions_new = excluded.reactions_new, files_new = excluded.files_new, problem = null
    returning is_to_stop as "isToStop"`.execute(db)
  return saved.rows[0]?.isToStop ?? false
}

/** Notes that an import ended before its archive did; `problem` is a sentence, undefined where somebody stopped it. */
export async function stopArchive(db: Db, id: string, problem: Sentence | undefined): Promise<void> {
  await sql`
    update import.archive set state = 'stopped', problem = ${problem === undefined ? null : writtenDown(problem)}, is_to_stop = false
    where id = ${id}`.execute(db)
}

/** Which of many posts and replies this very import brought, before it was stopped. */
export async function findOwnWords(db: Db, archiveId: string, ids: readonly SaidId[]): Promise<Set<SaidId>> {
  if (ids.length === 0) return new Set()
  const found = await sql<{ id: SaidId }>`
    select said_id as id from import.origin
    where said_id = any (${ids}::uuid[]) and archive_id = ${archiveId}`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

export async function findPersonKeys(
  db: Db,
  source: ArchiveSource,
  keys: readonly string[],
): Promise<Map<string, PersonId>> {
  const found = await sql<{ key: string; id: PersonId }>`
    select key, person_id as id from import.person_key
    where source = ${source} and key = any (${keys}::text[])`.execute(db)
  return new Map(found.rows.map((row) => [row.key, row.id]))
}

export type PersonKeyRow = { key: string; personId: PersonId; isMade: boolean }

/** @returns those that were not there */
export async function insertPersonKeys(
  db: Db,
  source: ArchiveSource,
  rows: readonly PersonKeyRow[],
): Promise<Omit<PersonKeyRow, 'isMade'>[]> {
  if (rows.length === 0) return []
  const added = await sql<Omit<PersonKeyRow, 'isMade'>>`
    insert into import.person_key (source, key, person_id, is_made)
    select ${source}, k.key, k."personId", k."isMade"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k (key text, "personId" uuid, "isMade" boolean)
    on conflict do nothing returning key, person_id as "personId"`.execute(db)
  return added.rows
}

/** Everybody whom archives (of one source, when one is given) made known to the network. */
export async function listMadePeople(db: Db, source?: ArchiveSource): Promise<Set<PersonId>> {
  const found = await sql<{ id: PersonId }>`
    select distinct person_id as id from import.person_key
    where is_made and ${source === undefined ? sql`true` : sql`source = ${source}`}`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

export type AppearanceRow = {
  address: string
  personId: PersonId
  part: 'author' | 'mentioned' | 'reader'
}
export type OriginRow = { saidId: SaidId; authorKey: string; appearances: readonly AppearanceRow[] }

/** Notes where words came from, and under which addresses people took part in them. */
export async function insertOrigins(db: Db, archiveId: string, rows: readonly OriginRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into import.origin (said_id, archive_id, author_key)
    select o.said_id, ${archiveId}, o.author_key
    from unnest(${rows.map((row) => row.saidId)}::uuid[], ${rows.map((row) => row.authorKey)}::text[])
      as o (said_id, author_key)
    on conflict do nothing`.execute(db)
  const appearances = rows.flatMap(({ saidId, appearances }) =>
    appearances.map((appearance) => ({ saidId, ...appearance })),
  )
  if (appearances.length === 0) return
  await sql`
    insert into import.appearance (address, said_id, person_id, part)
    select a.address, a."saidId", a."personId", a.part
    from jsonb_to_recordset(${JSON.stringify(appearances)}::jsonb)
      as a (address text, "saidId" uuid, "personId" uuid, part text)
    on conflict do nothing`.execute(db)
}
