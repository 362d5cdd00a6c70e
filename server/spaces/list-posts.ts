import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { requireReadableSpace } from './access.ts'
import { isAfter, pageOfPostCards } from './post-cards.ts'

export async function listPosts(ctx: Ctx, page: InputOf<typeof spaces.listPosts>): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, page.spaceId)
  const found = sql`
    select t.post_id, t.last_at as at from spaces.thread t
    where t.space_id = ${space.id} and ${isAfter(page, sql`t.last_at`, sql`t.post_id`)}
    order by t.last_at desc, t.post_id desc limit ${page.limit + 1}`
  return pageOfPostCards(ctx.db, { found, page, viewerId: ctx.viewer.personId })
}
