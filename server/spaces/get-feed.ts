import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { isAfter, pageOfPostCards } from './post-cards.ts'
import { isVisible } from './visibility.ts'

/** Home. Each followed space and person gives its newest few from an index; the page is the newest of those. */
export async function getFeed(ctx: Ctx, page: InputOf<typeof spaces.getFeed>): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const newest = (rows: RawBuilder<unknown>) => sql`
    ${rows} and ${isAfter(page, sql`t.last_at`, sql`t.post_id`)}
    order by t.last_at desc, t.post_id desc limit ${page.limit + 1}`
  const found = sql`
    with followed_space as materialized (
      select f.target_id as space_id from spaces.follow f
      where f.person_id = ${viewerId} and f.what = 'space' and ${isVisible(sql`f.target_id`, viewerId)}
    ),
    said_in_space as (
      select t.post_id, t.last_at from followed_space f cross join lateral (
        ${newest(sql`select t.post_id, t.last_at from spaces.thread t where t.space_id = f.space_id`)}) t
      order by t.last_at desc, t.post_id desc limit ${page.limit + 1}
    ),
    said_by_person as (
      select t.post_id, t.last_at from spaces.follow f cross join lateral (
        ${newest(sql`select t.post_id, t.last_at from spaces.thread t
          where t.author_id = f.target_id and ${isVisible(sql`t.space_id`, viewerId)}`)}) t
      where f.person_id = ${viewerId} and f.what = 'person'
      order by t.last_at desc, t.post_id desc limit ${page.limit + 1}
    )
    select post_id, last_at as at from said_in_space union select post_id, last_at from said_by_person
    order by at desc, post_id desc limit ${page.limit + 1}`
  return pageOfPostCards(ctx.db, { found, page, viewerId })
}
