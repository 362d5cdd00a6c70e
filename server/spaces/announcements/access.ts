// An announcement and the right to see it, in one step.
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { isVisible } from '../visibility.ts'

export type HeldAnnouncement = {
  postId: PostId
  spaceId: SpaceId
  authorId: PersonId
  isKeeper: boolean
  at: Temporal.Instant
}

/** An announcement that the viewer may read. */
export async function requireAnnouncement(ctx: Ctx, postId: PostId): Promise<HeldAnnouncement> {
  const viewerId = ctx.viewer.personId
  const found = await sql<HeldAnnouncement>`
    select t.post_id as "postId", t.space_id as "spaceId", t.author_id as "authorId", p.created_at as at,
      exists (select from spaces.membership m where m.space_id = t.space_id and m.person_id = ${viewerId} and m.is_keeper)
        as "isKeeper"
    from spaces.thread t join spaces.post p on p.id = t.post_id and p.deleted_at is null
    where t.post_id = ${postId} and t.announced_at is not null and ${isVisible(sql`t.space_id`, viewerId)}`.execute(
    ctx.db,
  )
  const held = found.rows[0]
  if (held === undefined) {
    throw refusal('not-found', 'no-such-announcement', 'This announcement does not exist for you.')
  }
  return held
}
