// The SQL of this room's tables: which archives came in, and what of the network came from where in them.
import { sql } from 'kysely'
import type { ArchiveSource, ImportRun } from '#contract/import'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'

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
}

/** Notes how far an archive has come. */
export async function saveArchive(db: Db, archive: ArchiveRow): Promise<void> {
  const { found, fresh, known, skipped } = archive
  await sql`
    insert into import.archive (id, source, file, started_at, finished_at, messages_found, messages_new,
      messages_known, messages_skipped, skipped, lossy)
    values (${archive.id}, ${archive.source}, ${archive.file}, ${archive.startedAt}, ${archive.finishedAt ?? null},
      ${found}, ${fresh}, ${known}, ${skipped}, ${JSON.stringify(archive.skippedBy)}::jsonb,
      ${JSON.stringify(archive.lossyBy)}::jsonb)
    on conflict (id) do update set
      finished_at = excluded.finished_at, messages_found = excluded.messages_found,
      messages_new = excluded.messages_new, messages_known = excluded.messages_known,
      messages_skipped = excluded.messages_skipped, skipped = excluded.skipped, lossy = excluded.lossy`.execute(
    db,
  )
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

export async function insertPersonKeys(
  db: Db,
  source: ArchiveSource,
  rows: readonly PersonKeyRow[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into import.person_key (source, key, person_id, is_made)
    select ${source}, k.key, k."personId", k."isMade"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as k (key text, "personId" uuid, "isMade" boolean)
    on conflict do nothing`.execute(db)
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

/**
 * Takes the turn to import until the connection closes, so that two imports do not count each other's messages.
 * @returns whether nobody else had it
 */
export async function takeImportTurn(connection: Db): Promise<boolean> {
  const taken = await sql<{ isTaken: boolean }>`
    select pg_try_advisory_lock(${IMPORT_LOCK}) as "isTaken"`.execute(connection)
  return taken.rows[0]?.isTaken ?? false
}

export async function endImportTurn(connection: Db): Promise<void> {
  await sql`select pg_advisory_unlock(${IMPORT_LOCK})`.execute(connection)
}

/** Any fixed number. */
const IMPORT_LOCK = 70_697_372
