import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { listOfPostCards, newestThreads } from './post-cards.ts'
import { isVisible } from './visibility.ts'

/** Home. Each followed space and person gives its newest few from an index; the page is the newest of those. */
const feed = listOfPostCards((parts) => {
  const { viewerId, limit } = parts.places
  const newest = (rows: RawBuilder<unknown>) => sql`
    ${rows} order by t.at desc, t.post_id desc limit ${limit}::int + 1`
  const isSeen = isVisible(sql`t.space_id`, viewerId)
  return sql`
    with followed_space as materialized (
      select f.target_id as space_id from spaces.follow f
      where f.person_id = ${viewerId} and f.what = 'space' and ${isVisible(sql`f.target_id`, viewerId)}
    ),
    said_in_space as (
      ${newest(sql`select t.* from followed_space f
        cross join lateral (${newestThreads(parts, sql`t.space_id = f.space_id`)}) t`)}
    ),
    said_by_person as (
      ${newest(sql`select t.* from spaces.follow f
        cross join lateral (${newestThreads(parts, sql`t.author_id = f.target_id and ${isSeen}`)}) t
        where f.person_id = ${viewerId} and f.what = 'person'`)}
    ),
    said_in_thread as (
      ${newest(sql`select t.* from spaces.follow f
        cross join lateral (${newestThreads(parts, sql`t.post_id = f.target_id and ${isSeen}`)}) t
        where f.person_id = ${viewerId} and f.what = 'thread'`)}
    )
    select post_id, at from said_in_space
    union select post_id, at from said_by_person
    union select post_id, at from said_in_thread
    order by at desc, post_id desc limit ${limit}::int + 1`
})

export function getFeed(ctx: Ctx, page: InputOf<typeof spaces.getFeed>): Promise<RawJson> {
  return feed(ctx.db, page, { viewerId: ctx.viewer.personId })
}
