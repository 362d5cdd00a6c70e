// Files of words out of archives, bound in bulk.
import { sql } from 'kysely'
import type { FileId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'

/**
 * Attaches kept files to words that are written, behind those that are attached to them already, in the order given.
 * A file that is attached stays where it is; words and files that are not there are left out.
 */
export async function attachArchivedFiles(
  db: Db,
  rows: readonly { saidId: SaidId; fileId: FileId }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into spaces.attachment (file_id, said_id, post_id, space_id, position, at)
    select f.id, w.said_id, w.post_id, w.space_id, row.number + (
      select coalesce(max(a.position), 0) from spaces.attachment a where a.said_id = w.said_id), f.at
    from unnest(${rows.map((row) => row.fileId)}::uuid[], ${rows.map((row) => row.saidId)}::uuid[])
      with ordinality as row (file_id, said_id, number)
    join spaces.file f on f.id = row.file_id
    join spaces.said w on w.said_id = row.said_id
    on conflict do nothing`.execute(db)
}
