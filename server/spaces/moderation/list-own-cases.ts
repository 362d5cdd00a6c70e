import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { OwnCase } from '#contract/judged'
import type { moderation } from '#contract/moderation'
import type { Ctx } from '#platform/ctx'
import { spaceRef } from '../json-parts.ts'
import { isVisible } from '../visibility.ts'

/** The newest of each kind. */
const OWN_MAX = 50

/** That there is an outcome which whoever made report `r` has not heard. */
export const isUnheard = sql<boolean>`(c.decided_at is not null and (r.heard_at is null or r.heard_at < c.decided_at))`

/**
 * What came of the viewer's reports, and words of theirs that were hidden or put back, the newest first. A report's
 * outcome is that the words were hidden or stay; what was told their author is not told to others.
 */
export async function listOwnCases(
  ctx: Ctx,
  _input: InputOf<typeof moderation.listOwnCases>,
): Promise<ReplyOf<typeof moderation.listOwnCases>> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ item: OwnCase }>`
    select to_json(item) as item
    from (
      select own.said_id as "saidId", own.post_id as "postId", w.reply_id as "replyId", own.as,
        case when seen.is_readable then p.title end as title,
        case when seen.is_readable then ${spaceRef} end as space,
        own.state, own.reason, own.sentence, own.at, seen.is_readable as "isReadable", own.is_unheard as "isUnheard"
      from (
        (select c.said_id, c.post_id, c.space_id, 'reporter' as as, c.state, r.reason, r.sentence,
          coalesce(c.decided_at, r.at) as at, ${isUnheard} as is_unheard
          from spaces.report r join spaces.moderation_case c on c.id = r.case_id
          where r.person_id = ${viewerId} order by r.at desc limit ${OWN_MAX})
        union all
        (select c.said_id, c.post_id, c.space_id, 'author', c.state, c.reason, c.sentence,
          coalesce(c.decided_at, c.opened_at), false
          from spaces.moderation_case c
          where c.author_id = ${viewerId} and c.hidden_by is not null order by c.opened_at desc limit ${OWN_MAX})
      ) own
      join spaces.post p on p.id = own.post_id
      join spaces.space s on s.id = own.space_id
      left join spaces.said w on w.said_id = own.said_id
      cross join lateral (select ${isVisible(sql`own.space_id`, viewerId)} as is_readable) seen
      order by own.at desc
    ) item`.execute(ctx.db)
  return { items: found.rows.map(({ item }) => item) }
}
