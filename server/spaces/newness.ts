// What is new for somebody, as parts of queries. Nothing is new in what one neither joined nor follows, what one said
// oneself is never new, and what an archive brought counts as read.
import { type RawBuilder, sql } from 'kysely'
import type { ViewedBy } from './json-parts.ts'

/** From here on new replies are not counted any further. */
const NEW_REPLIES_MAX = 100
/** How many threads with activity since one caught up are looked at to tell whether a space has anything new. */
const RECENT_THREADS_MAX = 100

/**
 * Until when the viewer has seen a thread, whichever way: they opened it, or were caught up with its space, its author
 * or everything. Gives one row of `at`, null where nothing of these began, and `is_opened`; `t` is the thread.
 */
export function seenUntil(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`(
    select case when bool_or(noted.target_id <> ${viewerId}) then greatest(max(noted.seen_at), t.read_until) end as at,
      coalesce(bool_or(noted.target_id = t.post_id), false) as is_opened
    from spaces.seen noted
    where noted.person_id = ${viewerId} and noted.target_id = any (array[t.post_id, t.space_id, t.author_id, ${viewerId}])
  )`
}

/** Whether a post is new; `p` is the post, `t` its thread and `seen` what `seenUntil` gave. */
export function isNewPost(viewerId: ViewedBy): RawBuilder<boolean> {
  return sql<boolean>`(
    not seen.is_opened and coalesce(p.created_at > seen.at, false) and t.author_id <> ${viewerId} and p.deleted_at is null
  )`
}

/** The replies of thread `t` that are new; `r` is the reply. */
export function newReplies(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    spaces.reply r
    where r.post_id = t.post_id and r.created_at > seen.at and r.author_id <> ${viewerId} and r.deleted_at is null`
}

/** How many replies are new, at most a hundred. */
export function newCount(viewerId: ViewedBy): RawBuilder<number> {
  return sql<number>`case when t.last_at > seen.at then (
    select count(*) from (select from ${newReplies(viewerId)} limit ${sql.lit(NEW_REPLIES_MAX)}) counted
  ) else 0 end`
}

/** Whether anything is new among the threads `t` that a query finds. */
function isAnyNew(threads: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from (${threads} order by t.last_at desc limit ${sql.lit(RECENT_THREADS_MAX)}) t
    cross join lateral ${seenUntil(viewerId)} seen
    join spaces.post p on p.id = t.post_id
    where t.last_at > seen.at
      and not exists (select from spaces.silenced q where q.person_id = ${viewerId} and q.author_id = t.author_id)
      and (${isNewPost(viewerId)} or exists (select from ${newReplies(viewerId)}))
  )`
}

/** Whether a space that the viewer may read has anything new; `space` is the column that holds its id. */
export function hasNewIn(space: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<boolean> {
  return isAnyNew(
    sql`
      select t.* from spaces.thread t
      where t.space_id = ${space} and t.last_at > (
        select case when bool_or(noted.target_id = ${space}) then max(noted.seen_at) end
        from spaces.seen noted
        where noted.person_id = ${viewerId} and noted.target_id = any (array[${space}, ${viewerId}])
      )`,
    viewerId,
  )
}

/** Whether somebody whom the viewer follows said anything new; `author` is the column that holds that person's id. */
export function hasNewBy(author: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<boolean> {
  return isAnyNew(
    sql`
      select t.* from spaces.thread t
      where t.author_id = ${author} and t.last_at > (
        select max(noted.seen_at) from spaces.seen noted
        where noted.person_id = ${viewerId} and noted.target_id = any (array[${author}, ${viewerId}])
      ) and exists (select from spaces.visible_space(${viewerId}) visible where visible.space_id = t.space_id)`,
    viewerId,
  )
}
