import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refusal } from '#platform/refusal'
import { wordsChanged } from '../live-happenings.ts'
import { asSaid } from '../words.ts'
import { noteAct } from './store.ts'
import { requireModeratedThread } from './thread.ts'

export async function unlockThread(
  ctx: Ctx,
  { postId }: InputOf<typeof moderation.unlockThread>,
): Promise<Done> {
  const thread = await requireModeratedThread(ctx, postId)
  if (!thread.isLocked) throw refusal('conflict', 'thread-open', 'This thread is not locked.')
  await sql`
    update spaces.post set locked = null where id = ${postId}
    returning ${telling(wordsChanged({ ...thread, saidId: asSaid(postId) }))}`.execute(ctx.db)
  const { authorId: aboutId, spaceId } = thread
  await noteAct(ctx, { act: 'unlocked', aboutId, postId, spaceId })
  return { done: true }
}
