import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { tellPeople } from '#platform/live-people'
import { requireThread } from '#rooms/spaces'

/** Holds the viewer's notices of a thread to mentions, also those that came before. */
export async function muteThread(ctx: Ctx, { postId }: InputOf<typeof notices.muteThread>): Promise<Done> {
  const { personId } = ctx.viewer
  await requireThread(ctx, postId)
  await sql`
    insert into notices.muted (person_id, what, target_id, at)
    values (${personId}, 'thread', ${postId}, ${ctx.now})
    on conflict do nothing`.execute(ctx.db)
  await tellPeople(ctx.db, { personIds: [personId], event: 'notices-changed' })
  return { done: true }
}
