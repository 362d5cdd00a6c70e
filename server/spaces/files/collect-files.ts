// What nobody can open any more goes, from the tables first and then from the disk; and what the tables tell of and the
// disk has not is found.
import { sql } from 'kysely'
import type { FileId } from '#contract/ref'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import { UNDO_MINUTES } from '../words.ts'
import { LOOSE_HOURS } from './rules.ts'

type Now = { db: Db; now: Temporal.Instant }
const BATCH = 1000

/** Lets go of files of words that are gone for good, and of those that stayed loose for a day. */
export async function collectFiles(files: FileStore, { db, now }: Now): Promise<void> {
  await sql`
    with gone as (
      delete from spaces.attachment a
      where not exists (
        select from spaces.said w
        where w.said_id = a.said_id
          and (w.deleted_at is null or w.hidden is not null or w.deleted_at >= ${now.subtract({ minutes: UNDO_MINUTES })}))
      returning a.file_id
    )
    update spaces.file f set loose_since = '-infinity' from gone where f.id = gone.file_id`.execute(db)
  for (let found = BATCH; found === BATCH; ) {
    // One that is being attached at this moment is locked, and stays.
    const loose = await sql<{ id: FileId }>`
      delete from spaces.file f
      where f.id in (
        select l.id from spaces.file l
        where l.loose_since < ${now.subtract({ hours: LOOSE_HOURS })}
          and not exists (select from spaces.attachment a where a.file_id = l.id)
          and not exists (select from spaces.scheduled_file h where h.file_id = l.id)
        limit ${BATCH} for update skip locked)
      returning f.id`.execute(db)
    for (const { id } of loose.rows) await files.remove(id)
    found = loose.rows.length
  }
}

/**
 * Compares tables and disk: bytes that no row has told of for a day are removed, as are uploads that broke off.
 * @returns the files whose rows are there and whose bytes are not, at most a thousand; that never happens by itself
 */
export async function compareFiles(files: FileStore, { db, now }: Now): Promise<FileId[]> {
  const dayAgo = now.subtract({ hours: LOOSE_HOURS })
  await files.sweep(dayAgo)
  await removeUnknown(files, { db, before: dayAgo })
  const lost: FileId[] = []
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await sql<{ id: FileId }>`
      select id from spaces.file where id > ${after}::uuid order by id limit ${BATCH}`.execute(db)
    for (const { id } of rows.rows) {
      if (lost.length < BATCH && !(await files.isThere(id))) lost.push(id)
    }
    const last = rows.rows.at(-1)
    if (last === undefined) return lost
    after = last.id
  }
}

/** Removes the bytes that were kept before an instant and that no row tells of. */
export async function removeUnknown(
  files: FileStore,
  { db, before }: { db: Db; before: Temporal.Instant },
): Promise<void> {
  let batch: FileId[] = []
  const flush = async () => {
    const known = await sql<{ id: FileId }>`
      select id from spaces.file where id = any (${batch}::uuid[])`.execute(db)
    const ids = new Set(known.rows.map((row) => row.id))
    for (const id of batch) if (!ids.has(id)) await files.remove(id)
    batch = []
  }
  for await (const { id, keptAt } of files.list()) {
    if (Temporal.Instant.compare(keptAt, before) < 0) batch.push(id)
    if (batch.length === BATCH) await flush()
  }
  await flush()
}
