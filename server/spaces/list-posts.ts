import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { requireReadableSpace } from './access.ts'
import { newestThreads, pageOfPostCards } from './post-cards.ts'

export async function listPosts(ctx: Ctx, page: InputOf<typeof spaces.listPosts>): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, page.spaceId)
  const found = newestThreads(page, sql<boolean>`t.space_id = ${space.id}`)
  return pageOfPostCards(ctx.db, { found, page, viewerId: ctx.viewer.personId })
}
