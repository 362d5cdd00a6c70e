// Which announcements stand on top for somebody, as parts of queries.
import { type RawBuilder, sql } from 'kysely'
import type { ViewedBy } from '../json-parts.ts'

/**
 * Whether thread `t` is announced to the viewer still: not their own, not seen, not too old, not deleted.
 * @param since only what was announced after it stands on top
 */
export function isShown(viewerId: ViewedBy, since: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(
    t.announced_at > ${since} and t.author_id <> ${viewerId}
    and not exists (
      select from spaces.seen s
      where s.person_id = ${viewerId} and s.target_id = t.post_id and s.seen_at >= t.announced_at)
    and exists (select from spaces.post p where p.id = t.post_id and p.deleted_at is null)
  )`
}

/** The newest announcement of each space that the viewer is in or follows, and may read; rows of `post_id` and `at`. */
export function newestOfEach(viewerId: ViewedBy, since: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select newest.post_id, newest.announced_at as at
    from (
      select m.space_id from spaces.membership m where m.person_id = ${viewerId}
      union select f.target_id from spaces.follow f where f.person_id = ${viewerId} and f.what = 'space'
    ) mine
    join spaces.visible_space(${viewerId}) visible on visible.space_id = mine.space_id
    cross join lateral (
      select t.post_id, t.announced_at from spaces.thread t
      where t.space_id = mine.space_id and t.announced_at is not null and ${isShown(viewerId, since)}
      order by t.announced_at desc limit 1
    ) newest`
}
