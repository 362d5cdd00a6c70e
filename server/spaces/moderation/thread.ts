// Fetching a thread to lock or to move it.
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { isVisible } from '../visibility.ts'
import { isSteward } from './access.ts'

export type ModeratedThread = {
  postId: PostId
  spaceId: SpaceId
  authorId: PersonId
  isLocked: boolean
  isDeleted: boolean
  isConversation: boolean
}

/**
 * A thread that the viewer reads, for keepers of its space and stewards.
 * @throws Refusal `no-such-thread` for whom it does not exist, `moderators-only` for others
 */
export async function requireModeratedThread(ctx: Ctx, postId: PostId): Promise<ModeratedThread> {
  const viewerId = ctx.viewer.personId
  const found = await sql<ModeratedThread & { isKeeper: boolean }>`
    select p.id as "postId", p.space_id as "spaceId", p.author_id as "authorId", p.locked is not null as "isLocked",
      p.deleted_at is not null as "isDeleted", s.is_conversation as "isConversation",
      coalesce(m.is_keeper, false) as "isKeeper"
    from spaces.post p
    join spaces.space s on s.id = p.space_id
    left join spaces.membership m on m.space_id = p.space_id and m.person_id = ${viewerId}
    where p.id = ${postId} and ${isVisible(sql`p.space_id`, viewerId)}`.execute(ctx.db)
  const thread = found.rows[0]
  if (thread === undefined)
    throw refusal('not-found', 'no-such-thread', 'This thread does not exist for you.')
  if (!thread.isKeeper && !isSteward(ctx))
    throw refusal('forbidden', 'moderators-only', 'Only keepers of the space and stewards can do this.')
  return thread
}
