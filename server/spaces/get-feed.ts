import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { listOfPostCards, newestThreads } from './post-cards.ts'
import { isHeard, isVisible } from './visibility.ts'

/**
 * Home. Each followed space, person and topic gives its newest few from an index; the page is the newest of those. A
 * thread that a topic brought says so, unless something else brought it too.
 */
const feed = listOfPostCards((parts) => {
  const { viewerId, limit } = parts.places
  const newest = (rows: RawBuilder<unknown>) => sql`
    ${rows} order by t.at desc, t.post_id desc limit ${limit}::int + 1`
  const isHere = isHeard(sql`t.author_id`, viewerId)
  const isSeen = sql<boolean>`${isVisible(sql`t.space_id`, viewerId)} and ${isHere}`
  const isShared = sql<boolean>`t.space_id = f.space_id and ${isVisible(sql`t.home_id`, viewerId)} and ${isHere}`
  return sql`
    with followed_space as materialized (
      select f.target_id as space_id from spaces.follow f
      where f.person_id = ${viewerId} and f.what = 'space' and ${isVisible(sql`f.target_id`, viewerId)}
    ),
    followed_topic as materialized (
      select distinct family.topic, spaces.topic_root(f.topic) as root
      from spaces.topic_follow f cross join lateral spaces.topic_family(f.topic) family
      where f.person_id = ${viewerId}
    ),
    said_in_space as (
      ${newest(sql`select t.* from followed_space f
        cross join lateral (${newestThreads(parts, sql`t.space_id = f.space_id and ${isHere}`)}) t`)}
    ),
    shared_into_space as (
      ${newest(sql`select t.* from followed_space f cross join lateral (
        ${newestThreads(parts, isShared, sql`spaces.shared_thread`)}) t`)}
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
    ),
    said_of_topic as (
      select distinct on (t.at, t.post_id) t.*, f.root as topic from followed_topic f cross join lateral (
        ${newestThreads(parts, sql`t.topic = f.topic and ${isSeen}`, sql`spaces.topic_thread`)}) t
      order by t.at desc, t.post_id desc, f.root limit ${limit}::int + 1
    )
    select distinct on (at, post_id) post_id, at, topic
    from (
      select post_id, at, null as topic from said_in_space
      union all select post_id, at, null from shared_into_space
      union all select post_id, at, null from said_by_person
      union all select post_id, at, null from said_in_thread
      union all select post_id, at, topic from said_of_topic
    ) brought
    order by at desc, post_id desc, topic nulls first limit ${limit}::int + 1`
}, sql`page.topic`)

export function getFeed(ctx: Ctx, page: InputOf<typeof spaces.getFeed>): Promise<RawJson> {
  return feed(ctx.db, page, { viewerId: ctx.viewer.personId })
}
