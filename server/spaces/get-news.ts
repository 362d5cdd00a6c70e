import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { SHOWN_DAYS } from './announcements/announcement.ts'
import { newestOfEach } from './announcements/shown.ts'
import { hasNewBy, hasNewIn } from './newness.ts'
import { isVisible } from './visibility.ts'

type Reply = ReplyOf<typeof spaces.getNews>

/** Whether the viewer's home holds anything new, and whether anything is announced; it stops at the first thing found. */
export async function getNews(ctx: Ctx, _input: InputOf<typeof spaces.getNews>): Promise<Reply> {
  const viewerId = ctx.viewer.personId
  const since = sql`${ctx.now.subtract({ hours: 24 * SHOWN_DAYS })}::timestamptz`
  const found = await sql<Reply>`
    select exists (
      select from spaces.follow f
      where f.person_id = ${viewerId} and f.what = 'space' and ${isVisible(sql`f.target_id`, viewerId)}
        and ${hasNewIn(sql`f.target_id`, viewerId)}
    ) or exists (
      select from spaces.follow f
      where f.person_id = ${viewerId} and f.what = 'person' and ${hasNewBy(sql`f.target_id`, viewerId)}
    ) as "hasNew", exists (${newestOfEach(viewerId, since)}) as "hasAnnouncement"`.execute(ctx.db)
  return found.rows[0] ?? { hasNew: false, hasAnnouncement: false }
}
