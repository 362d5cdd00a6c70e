import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { sharing } from '#contract/sharing'
import { atomically, type Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireReadableSpace, requireThread } from '../access.ts'
import { whyNotShare } from './sharing.ts'

/** Lets a thread stand in another space. A second time changes nothing. */
export async function sharePost(given: Ctx, input: InputOf<typeof sharing.sharePost>): Promise<Done> {
  return atomically(given, async (ctx) => {
    const thread = await requireThread(ctx, input.postId)
    const space = await requireReadableSpace(ctx, input.spaceId)
    // The lock comes before the read: a reply that moves the thread up at the same moment would be missed.
    const held = await sql<{ shareCount: number }>`
      with held as materialized (
        select post_id from spaces.thread where post_id = ${thread.postId} for no key update
      )
      select count(s.space_id)::int as "shareCount"
      from held left join spaces.shared_thread s on s.post_id = held.post_id and s.space_id <> ${space.id}`.execute(
      ctx.db,
    )
    refuseIf(whyNotShare({ thread, space, shareCount: held.rows[0]?.shareCount ?? 0 }))
    await sql`
      with shared as (update spaces.thread set is_shared = true where post_id = ${thread.postId})
      insert into spaces.shared_thread (space_id, post_id, home_id, author_id, created_at, last_at, by_id, at)
      select ${space.id}, t.post_id, t.space_id, t.author_id, p.created_at, t.last_at, ${ctx.viewer.personId}, ${ctx.now}
      from spaces.thread t join spaces.post p on p.id = t.post_id
      where t.post_id = ${thread.postId}
      on conflict do nothing`.execute(ctx.db)
    return { done: true }
  })
}
