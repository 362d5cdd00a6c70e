// Binding files to what is said: from then on whoever may read the words may open them.
import { sql } from 'kysely'
import type { FileId, PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'

type Bound = { saidId: SaidId; postId: PostId; spaceId: SpaceId; authorId: PersonId }

/**
 * Attaches files of the author's to words of theirs, in the order given; the post must be written already. Inside a
 * write's transaction.
 * @throws Refusal when one of them is not there, is somebody else's, or goes with something else
 */
export async function attachFiles(db: Db, said: Bound, fileIds: readonly FileId[]): Promise<void> {
  if (fileIds.length === 0) return
  // Locked, so that what is being attached is not collected as loose in the same moment.
  const bound = await sql`
    with own as (
      select f.id, f.at from spaces.file f
      where f.id = any (${fileIds}::uuid[]) and f.uploader_id = ${said.authorId}
        and not exists (select from spaces.attachment a where a.file_id = f.id)
      for update of f
    )
    insert into spaces.attachment (file_id, said_id, post_id, space_id, position, at)
    select own.id, ${said.saidId}, ${said.postId}, ${said.spaceId}, array_position(${fileIds}::uuid[], own.id), own.at
    from own
    returning file_id`.execute(db)
  if (bound.rows.length < fileIds.length) {
    throw refusal(
      'not-found',
      'no-such-file',
      'A file that you attached is not there any more. Add it again.',
    )
  }
}

/**
 * Leaves exactly these files attached. What is taken off can be opened by its uploader alone from then on, and is
 * collected after a day.
 * @returns whether anything changed
 */
export async function reattachFiles(ctx: Ctx, said: Bound, fileIds: readonly FileId[]): Promise<boolean> {
  const standing = await sql<{ id: FileId }>`
    select file_id as id from spaces.attachment where said_id = ${said.saidId} order by position`.execute(
    ctx.db,
  )
  const ids = standing.rows.map((row) => row.id)
  if (ids.length === fileIds.length && ids.every((id, index) => id === fileIds[index])) return false
  await sql`
    with taken_off as (delete from spaces.attachment where said_id = ${said.saidId} returning file_id)
    update spaces.file f set loose_since = ${ctx.now} from taken_off where f.id = taken_off.file_id`.execute(
    ctx.db,
  )
  await attachFiles(ctx.db, said, fileIds)
  return true
}
