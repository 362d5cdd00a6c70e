import { sql } from 'kysely'
import type { announcements } from '#contract/announcements'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireAnnouncement } from './access.ts'
import { reachOf, whyNotReach } from './announcement.ts'

/** How many of the space's members have seen an announcement; those who came to it without being members do not count. */
export async function getReach(
  ctx: Ctx,
  { postId }: InputOf<typeof announcements.getReach>,
): Promise<ReplyOf<typeof announcements.getReach>> {
  const { spaceId, authorId, at, ...held } = await requireAnnouncement(ctx, postId)
  refuseIf(whyNotReach({ ...held, authorId }, ctx.viewer))
  const counted = await sql<{ seen: number; of: number }>`
    select count(s.person_id)::int as seen, count(*)::int as of
    from spaces.membership m
    left join spaces.seen s on s.person_id = m.person_id and s.target_id = ${postId} and s.seen_at >= ${at}
    where m.space_id = ${spaceId} and m.person_id <> ${authorId}`.execute(ctx.db)
  return reachOf(counted.rows[0] ?? { seen: 0, of: 0 })
}
