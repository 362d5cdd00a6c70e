// What new files say is read beside requests, so that they are found by it; of what has no text, the name is.
import { sql } from 'kysely'
import type { File } from '#contract/files'
import type { PersonId } from '#contract/ref'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import { findableOf, vectorOf } from '../findable-words.ts'
import { SIMPLE } from '../languages.ts'
import { fileColumns } from './store.ts'

const AT_ONCE = 10
/** Whoever took a file and has said nothing for so long is gone. */
const READING_MINUTES_MAX = 5
/** At most so many at a time, so that the first of an archive's files are not kept waiting by the last. */
const ROUNDS_MAX = 20

type Unread = File & { uploaderId: PersonId; at: Temporal.Instant }

/** Reads the files that nobody has read yet, the newest first. One that cannot be read is found by its name. */
export async function readTexts(
  files: FileStore,
  { db, now }: { db: Db; now: Temporal.Instant },
): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const unread = await takeUnread(db, now)
    for (const file of unread) await noteText(db, file, await readText(files, file))
    if (unread.length < AT_ONCE) return
  }
}

async function takeUnread(db: Db, now: Temporal.Instant): Promise<Unread[]> {
  const taken = await sql<Unread>`
    update spaces.file f set reading_since = ${now}
    where f.id in (
      select id from spaces.file
      where not is_read
        and (reading_since is null or reading_since < ${now.subtract({ minutes: READING_MINUTES_MAX })})
      order by id desc limit ${AT_ONCE} for update skip locked)
    returning ${fileColumns}, f.uploader_id as "uploaderId", f.at`.execute(db)
  return taken.rows
}

type Read = { text: string; problem: string | null }

async function readText(files: FileStore, file: Unread): Promise<Read> {
  const { text, problem } = (await files.readText(file)) ?? { text: '', problem: null }
  // PostgreSQL holds no such character in a text.
  return { text: text.replaceAll('\0', ' '), problem }
}

/** Words are kept as they stand too: all that are asked for have to be found, also those that a language passes over. */
async function noteText(db: Db, file: Unread, { text, problem }: Read): Promise<void> {
  const { id, name, uploaderId, at } = file
  const findable = await findableOf(db, { title: name, body: text, authorId: uploaderId })
  const { config, title, words } = findable
  await sql`
    with read as (update spaces.file set is_read = true, reading_since = null where id = ${id} returning id)
    insert into spaces.file_text (file_id, config, text, problem, found_by)
    select id, ${config}, ${text}, ${problem}, ${vectorOf(findable, sql`${at}::timestamptz`)}
      || strip(to_tsvector(${SIMPLE}::regconfig, ${`${title} ${words}`}))
    from read
    on conflict (file_id) do update set
      config = excluded.config, text = excluded.text, problem = excluded.problem, found_by = excluded.found_by`.execute(
    db,
  )
}
