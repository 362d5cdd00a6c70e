import { type RawBuilder, sql } from 'kysely'
import type { PostId } from '#contract/ref'

/** How many were asked a question and have neither answered nor passed it on, as an expression of SQL. */
export function waitingOf(postId: PostId): RawBuilder<number> {
  return sql`(select count(*)::int from answers.routing r
    where r.post_id = ${postId} and r.declined_at is null and not exists (
      select from spaces.said w where w.post_id = r.post_id and w.author_id = r.person_id
        and w.created_at > r.at and w.deleted_at is null))`
}
