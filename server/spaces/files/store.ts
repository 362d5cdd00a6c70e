// The SQL that writes files' rows, and their rights: what one may not read has no row.
import { sql } from 'kysely'
import type { File } from '#contract/files'
import type { FileId, PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { isVisible } from '../visibility.ts'

export type FileRow = File & {
  uploaderId: PersonId
  sha256: string
  at: Temporal.Instant
  now: Temporal.Instant
}

/** Notes a file whose bytes are in their place. */
export async function insertFile(db: Db, file: FileRow): Promise<void> {
  await sql`
    insert into spaces.file (id, uploader_id, name, content_type, bytes, sha256, width, height, at, loose_since)
    values (${file.id}, ${file.uploaderId}, ${file.name}, ${file.contentType}, ${file.bytes}, ${file.sha256},
      ${file.width}, ${file.height}, ${file.at}, ${file.now})`.execute(db)
}

/** A file as the contract has it, of a row `f`. */
export const fileColumns = sql`
  f.id, f.name, f.content_type as "contentType", f.bytes::float8 as bytes, f.width, f.height`

export type HeldFile = File & { sha256: string; uploaderId: PersonId }

/** A file that somebody may open: its uploader while it is loose, afterwards whoever may read what it goes with. */
export async function findReadableFile(
  db: Db,
  { id, viewerId }: { id: FileId; viewerId: PersonId },
): Promise<HeldFile | undefined> {
  const found = await sql<HeldFile>`
    select ${fileColumns}, f.sha256, f.uploader_id as "uploaderId"
    from spaces.file f
    left join spaces.attachment a on a.file_id = f.id
    left join spaces.said w on w.said_id = a.said_id
    where f.id = ${id} and case
      when a.file_id is null then f.uploader_id = ${viewerId}
      else w.deleted_at is null and ${isVisible(sql`w.space_id`, viewerId)} end`.execute(db)
  return found.rows[0]
}

/** A file by its id, whoever may open it. */
export async function findFile(db: Db, id: FileId): Promise<File | undefined> {
  return (await sql<File>`select ${fileColumns} from spaces.file f where f.id = ${id}`.execute(db)).rows[0]
}

export async function changeName(db: Db, { id, name }: { id: FileId; name: string }): Promise<void> {
  await sql`update spaces.file set name = ${name} where id = ${id}`.execute(db)
}

/** How many bytes all files have together. */
export async function countBytes(db: Db): Promise<number> {
  const found = await sql<{
    bytes: number
  }>`select coalesce(sum(bytes), 0)::float8 as bytes from spaces.file`.execute(db)
  return found.rows[0]?.bytes ?? 0
}
