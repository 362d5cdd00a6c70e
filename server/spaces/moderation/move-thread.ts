import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done, PostId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { telling } from '#platform/live-happening'
import { refusal } from '#platform/refusal'
import { wordsChanged } from '../live-happenings.ts'
import { asSaid } from '../words.ts'
import { planMove, requireMovable } from './plan-move.ts'
import { noteAct } from './store.ts'

/** Moves a thread with all in it. Whoever may not read it there any more does not hear of it any more either. */
export async function moveThread(ctx: Ctx, input: InputOf<typeof moderation.moveThread>): Promise<Done> {
  const { thread, to } = await requireMovable(ctx, input)
  const { gains } = await planMove(ctx, input)
  if (!input.mayWiden && (gains.isEverybody || gains.count > 0)) {
    throw refusal(
      'conflict',
      'widens',
      'In {space} others come to read this thread. Look at who, and say that they may.',
      { space: to.name },
    )
  }
  const { postId, spaceId, authorId: aboutId } = thread
  await setSpace(ctx.db, postId, to.id)
  await sql`select ${telling(wordsChanged({ postId, spaceId: to.id, saidId: asSaid(postId) }))}`.execute(
    ctx.db,
  )
  await noteAct(ctx, { act: 'moved', aboutId, postId, spaceId, toSpaceId: to.id })
  return { done: true }
}

/** Every row that holds the thread's space. A pin belonged to the space that is left. */
async function setSpace(db: Db, postId: PostId, spaceId: SpaceId): Promise<void> {
  await sql`update spaces.post set space_id = ${spaceId} where id = ${postId}`.execute(db)
  await sql`
    update spaces.thread set space_id = ${spaceId}, pinned_at = null, pinned_by = null where post_id = ${postId}`.execute(
    db,
  )
  for (const table of ['reply', 'topic_use', 'attachment', 'moderation_case']) {
    await sql`update ${sql.table(`spaces.${table}`)} set space_id = ${spaceId} where post_id = ${postId}`.execute(
      db,
    )
  }
}
