import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { SpaceId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { requireReadableSpace } from './access.ts'
import { listOfPostCards, newestThreads } from './post-cards.ts'

const postsIn = listOfPostCards<{ spaceId: SpaceId }>((parts) =>
  newestThreads(parts, sql<boolean>`t.space_id = ${parts.places.spaceId}`),
)

export async function listPosts(ctx: Ctx, page: InputOf<typeof spaces.listPosts>): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, page.spaceId)
  return postsIn(ctx.db, page, { spaceId: space.id, viewerId: ctx.viewer.personId })
}
