// The SQL of archives on their way in.
import { sql } from 'kysely'
import type { ArchiveSource, ImportReport, Upload } from '#contract/import'
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'
import { readBack, type Sentence, say, writtenDown } from '#platform/say'
import { reasonIn } from './reason-words.ts'
import type { UploadShelf } from './upload-shelf.ts'

export type UploadRow = Omit<Upload, 'receivedBytes'> & { begunById: PersonId; look: number }

const columns = sql`
  id, file, bytes, state, messages_looked as "messagesLooked", source, list_as_space as "listAsSpace",
  marks_leavers as "marksLeavers", problem, report, begun_by as "begunById", look`

export async function findUpload(db: Db, id: string): Promise<UploadRow | undefined> {
  const found = await sql<UploadRow>`select ${columns} from import.upload where id = ${id}`.execute(db)
  return found.rows[0]
}

/**
 * An archive is shown to whoever sends it alone: its report names what may be private in it.
 * @throws Refusal not-found
 */
export async function requireUpload(
  { db, viewer }: Pick<Ctx, 'db' | 'viewer'>,
  id: string,
): Promise<UploadRow> {
  const found = await findUpload(db, id)
  return found?.begunById === viewer.personId ? found : noSuchUpload()
}

function noSuchUpload(): never {
  throw refusal('not-found', 'no-such-upload', 'This archive is not on its way in.')
}

/** Those that are not in yet, the latest first. */
export async function listUploadRows(db: Db, begunById: PersonId): Promise<UploadRow[]> {
  const found = await sql<UploadRow>`
    select ${columns} from import.upload u
    where begun_by = ${begunById} and not exists (select from import.archive a where a.upload_id = u.id)
    order by at desc, id desc limit 20`.execute(db)
  return found.rows
}

/** One of the same name and size that is not complete. */
export async function findUnfinished(
  db: Db,
  wanted: { file: string; bytes: number; begunById: PersonId },
): Promise<UploadRow | undefined> {
  const found = await sql<UploadRow>`
    select ${columns} from import.upload
    where file = ${wanted.file} and bytes = ${wanted.bytes} and begun_by = ${wanted.begunById} and state = 'uploading'
    order by at desc limit 1`.execute(db)
  return found.rows[0]
}

export async function insertUpload(
  db: Db,
  upload: { id: string; file: string; bytes: number; begunById: PersonId; at: Temporal.Instant },
): Promise<UploadRow> {
  const inserted = await sql<UploadRow>`
    insert into import.upload (id, file, bytes, state, begun_by, at)
    values (${upload.id}, ${upload.file}, ${upload.bytes}, 'uploading', ${upload.begunById}, ${upload.at})
    returning ${columns}`.execute(db)
  return inserted.rows[0] ?? noSuchUpload()
}

type Choice = { source: ArchiveSource | null; listAsSpace: boolean; marksLeavers: boolean }

/**
 * Lets an archive that is all here be looked at anew.
 * @throws Refusal not-found
 */
export async function beginLook(
  { db, emit }: Pick<Ctx, 'db' | 'emit'>,
  id: string,
  choice: Choice,
): Promise<UploadRow> {
  const begun = await sql<UploadRow>`
    update import.upload
    set state = 'looking', look = look + 1, messages_looked = 0, report = null, problem = null,
      source = ${choice.source}, list_as_space = ${choice.listAsSpace}, marks_leavers = ${choice.marksLeavers}
    where id = ${id} returning ${columns}`.execute(db)
  const upload = begun.rows[0] ?? noSuchUpload()
  await emit({ name: 'import/upload-completed', facts: { uploadId: id, look: upload.look } })
  return upload
}

type Look = { id: string; look: number }

/** @returns whether anybody still waits for this look */
export async function noteLooked(db: Db, { id, look }: Look, messages: number): Promise<boolean> {
  const noted = await sql`
    update import.upload set messages_looked = ${messages} where id = ${id} and look = ${look} and state = 'looking'
    returning id`.execute(db)
  return noted.rows.length > 0
}

type Found =
  | { source: ArchiveSource | undefined; report: ImportReport }
  | { problem: Sentence; source?: ArchiveSource | undefined }

export async function endLook(db: Db, { id, look }: Look, found: Found): Promise<void> {
  const isRead = 'report' in found
  await sql`
    update import.upload
    set state = ${isRead ? 'looked' : 'unreadable'}, source = coalesce(${found.source ?? null}, source),
      report = ${isRead ? JSON.stringify(found.report) : null}::jsonb, problem = ${isRead ? null : writtenDown(found.problem)}
    where id = ${id} and look = ${look} and state = 'looking'`.execute(db)
}

export async function deleteUpload(db: Db, id: string): Promise<void> {
  await sql`delete from import.upload where id = ${id}`.execute(db)
}

/** As the contract has it, with how much of it lies on the disk. */
export async function toUpload(shelf: UploadShelf, row: UploadRow, language: Language): Promise<Upload> {
  const { begunById: _, look: __, ...upload } = row
  const { problem, report } = upload
  const reasons = report?.reasons.map((each) => reasonIn(language, each))
  return {
    ...upload,
    problem: problem === null ? null : say(language, readBack(problem)),
    report: report === null || reasons === undefined ? null : { ...report, reasons },
    receivedBytes: Math.min(upload.bytes, await shelf.receivedBytes(upload)),
  }
}
