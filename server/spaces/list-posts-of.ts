import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { isAfter, pageOfPostCards } from './post-cards.ts'
import { isVisible } from './visibility.ts'

/** An unknown person has said nothing: whether somebody exists is not for this list to tell. */
export async function listPostsOf(ctx: Ctx, page: InputOf<typeof spaces.listPostsOf>): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = sql`
    select p.id as post_id, p.created_at as at from spaces.post p
    where p.author_id = ${page.personId} and p.deleted_at is null and ${isVisible(sql`p.space_id`, viewerId)}
      and ${isAfter(page, sql`p.created_at`, sql`p.id`)}
    order by p.created_at desc, p.id desc limit ${page.limit + 1}`
  return pageOfPostCards(ctx.db, { found, page, viewerId })
}
