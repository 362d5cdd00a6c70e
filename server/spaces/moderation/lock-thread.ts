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

/** Lets nothing more be said in a thread; reactions stay. Where one would reply stands who locked it and why. */
export async function lockThread(
  ctx: Ctx,
  { postId, sentence }: InputOf<typeof moderation.lockThread>,
): Promise<Done> {
  const thread = await requireModeratedThread(ctx, postId)
  if (thread.isLocked) throw refusal('conflict', 'thread-locked', 'This thread is locked already.')
  const lock = JSON.stringify({ byId: ctx.viewer.personId, reason: sentence, at: ctx.now.toString() })
  await sql`
    update spaces.post set locked = ${lock}::jsonb where id = ${postId}
    returning ${telling(wordsChanged({ ...thread, saidId: asSaid(postId) }))}`.execute(ctx.db)
  const { authorId: aboutId, spaceId } = thread
  await noteAct(ctx, { act: 'locked', aboutId, postId, spaceId, sentence })
  return { done: true }
}
