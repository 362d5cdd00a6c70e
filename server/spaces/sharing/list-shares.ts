import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonRef, PostId, SpaceRef } from '#contract/ref'
import type { Share, sharing } from '#contract/sharing'
import type { Ctx } from '#platform/ctx'
import { requireThread } from '../access.ts'
import { spaceRef } from '../json-parts.ts'
import { isVisible } from '../visibility.ts'
import { SHARES_MAX } from './sharing.ts'

export async function listShares(
  ctx: Ctx,
  input: InputOf<typeof sharing.listShares>,
): Promise<ReplyOf<typeof sharing.listShares>> {
  const thread = await requireThread(ctx, input.postId)
  return { items: await findShares(ctx, thread.postId) }
}

type Row = { space: SpaceRef; by: PersonRef; at: Temporal.Instant; mayRemove: boolean }

/** Where a thread that the viewer may read stands too, by name; spaces that they may not read are not told of. */
export async function findShares(ctx: Ctx, postId: PostId): Promise<Share[]> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Row>`
    select row_to_json(${spaceRef}) as space, card.ref as by, shared.at,
      shared.by_id = ${viewerId} or shared.author_id = ${viewerId} or exists (
        select from spaces.membership m
        where m.space_id = shared.space_id and m.person_id = ${viewerId} and m.is_keeper) as "mayRemove"
    from spaces.shared_thread shared
    join spaces.space s on s.id = shared.space_id
    join people.person_card card on card.id = shared.by_id
    where shared.post_id = ${postId} and ${isVisible(sql`shared.space_id`, viewerId)}
    order by lower(s.name), s.id limit ${SHARES_MAX}`.execute(ctx.db)
  return found.rows.map((row) => ({ ...row, at: row.at.toString() }))
}
