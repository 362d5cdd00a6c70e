import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { sharing } from '#contract/sharing'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requireThread } from '../access.ts'
import { findShares } from './list-shares.ts'

/** Takes a reference out of a space. The thread itself stays where it is. */
export async function unsharePost(ctx: Ctx, input: InputOf<typeof sharing.unsharePost>): Promise<Done> {
  const thread = await requireThread(ctx, input.postId)
  const share = (await findShares(ctx, thread.postId)).find(({ space }) => space.id === input.spaceId)
  if (share === undefined) throw refusal('not-found', 'not-shared', 'The thread does not stand there.')
  if (!share.mayRemove) {
    throw refusal(
      'forbidden',
      'not-your-share',
      'Whoever shared it, its author and keepers of the space can take it out.',
    )
  }
  await sql`
    delete from spaces.shared_thread where post_id = ${thread.postId} and space_id = ${input.spaceId}`.execute(
    ctx.db,
  )
  return { done: true }
}
