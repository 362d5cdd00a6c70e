import { sql } from 'kysely'
import type { announcements } from '#contract/announcements'
import type { InputOf } from '#contract/endpoint'
import type { SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { requireReadableSpace } from '../access.ts'
import { listOfPostCards } from '../post-cards.ts'
import { SHOWN_DAYS } from './announcement.ts'
import { isShown, newestOfEach } from './shown.ts'

/** More at once are none to anybody. */
const LISTED_MAX = 5
const page = { limit: LISTED_MAX }

const inSpace = listOfPostCards<{ spaceId: SpaceId; since: string }>(
  ({ places }) => sql`
    select t.post_id, t.announced_at as at from spaces.thread t
    where t.space_id = ${places.spaceId} and t.announced_at is not null
      and ${isShown(places.viewerId, sql`${places.since}::timestamptz`)}
    order by t.announced_at desc limit ${places.limit}::int`,
)

const atHome = listOfPostCards<{ since: string }>(
  ({ places }) => sql`
    ${newestOfEach(places.viewerId, sql`${places.since}::timestamptz`)}
    order by at desc limit ${places.limit}::int`,
)

export async function listAnnouncements(
  ctx: Ctx,
  { spaceId }: InputOf<typeof announcements.listAnnouncements>,
): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const since = ctx.now.subtract({ hours: 24 * SHOWN_DAYS }).toString()
  if (spaceId === undefined) return atHome(ctx.db, page, { viewerId, since })
  const space = await requireReadableSpace(ctx, spaceId)
  return inSpace(ctx.db, page, { spaceId: space.id, viewerId, since })
}
