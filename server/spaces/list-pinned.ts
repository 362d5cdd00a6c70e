import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { SpaceId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { requireReadableSpace } from './access.ts'
import { PINNED_MAX } from './pins.ts'
import { listOfPostCards } from './post-cards.ts'

/** What was pinned last comes first; of a deleted post no trace stays on top. */
const pinnedIn = listOfPostCards<{ spaceId: SpaceId }>(
  ({ places }) => sql`
    select t.post_id, t.pinned_at as at
    from spaces.thread t join spaces.post p on p.id = t.post_id and p.deleted_at is null
    where t.space_id = ${places.spaceId} and t.pinned_at is not null
    order by t.pinned_at desc, t.post_id desc limit ${places.limit}::int`,
)

export async function listPinned(ctx: Ctx, input: InputOf<typeof spaces.listPinned>): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, input.spaceId)
  const page = { limit: PINNED_MAX }
  return pinnedIn(ctx.db, page, { spaceId: space.id, viewerId: ctx.viewer.personId })
}
