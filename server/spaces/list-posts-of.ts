import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { isAfter, listOfPostCards } from './post-cards.ts'
import { isVisible } from './visibility.ts'

/** An unknown person has said nothing: whether somebody exists is not for this list to tell. */
const postsOf = listOfPostCards<{ personId: PersonId }>(
  ({ from, places }) => sql`
    select p.id as post_id, p.created_at as at from spaces.post p
    where p.author_id = ${places.personId} and p.deleted_at is null
      and ${isVisible(sql`p.space_id`, places.viewerId)} and ${isAfter(from, sql`p.created_at`, sql`p.id`)}
    order by p.created_at desc, p.id desc limit ${places.limit}::int + 1`,
)

export function listPostsOf(ctx: Ctx, page: InputOf<typeof spaces.listPostsOf>): Promise<RawJson> {
  return postsOf(ctx.db, page, { personId: page.personId, viewerId: ctx.viewer.personId })
}
