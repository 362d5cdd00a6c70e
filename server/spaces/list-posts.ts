import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { SpaceId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { requireReadableSpace } from './access.ts'
import { listOfPostCards, newestThreads } from './post-cards.ts'
import { isVisible } from './visibility.ts'

/** The threads of a space, and those that were shared into it, as far as the viewer may see them in their own. */
const postsIn = listOfPostCards<{ spaceId: SpaceId }>((parts) => {
  const { spaceId, viewerId, limit } = parts.places
  const isHere = sql<boolean>`t.space_id = ${spaceId}`
  const isShared = sql<boolean>`${isHere} and ${isVisible(sql`t.home_id`, viewerId)}`
  return sql`
    select post_id, at
    from (
      (${newestThreads(parts, isHere)})
      union all (${newestThreads(parts, isShared, sql`spaces.shared_thread`)})
    ) listed
    order by at desc, post_id desc limit ${limit}::int + 1`
})

export async function listPosts(ctx: Ctx, page: InputOf<typeof spaces.listPosts>): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, page.spaceId)
  return postsIn(ctx.db, page, { spaceId: space.id, viewerId: ctx.viewer.personId })
}
