import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { requireWords } from './access.ts'
import { wordsChanged } from './live-happenings.ts'
import { PINNED_MAX, whyNotPin } from './pins.ts'
import { asSaid } from './words.ts'

/** Keeps a post on top of its space. Pinning it again changes nothing. */
export async function pinPost(ctx: Ctx, input: InputOf<typeof spaces.pinPost>): Promise<Done> {
  const said = await requireWords(ctx, asSaid(input.postId))
  // Two keepers may pin at the same time; the lock comes before the count, so that eleven cannot be.
  await sql`select from spaces.space where id = ${said.spaceId} for no key update`.execute(ctx.db)
  const others = await sql<{ count: number }>`
    select count(*)::int as count
    from spaces.thread t join spaces.post p on p.id = t.post_id and p.deleted_at is null
    where t.space_id = ${said.spaceId} and t.pinned_at is not null and t.post_id <> ${said.postId}
    limit ${PINNED_MAX}`.execute(ctx.db)
  refuseIf(whyNotPin(said, { pinnedCount: others.rows[0]?.count ?? 0 }))
  await sql`
    update spaces.thread set pinned_at = ${ctx.now}, pinned_by = ${ctx.viewer.personId}
    where post_id = ${said.postId} and pinned_at is null
    returning ${telling(wordsChanged(said))}`.execute(ctx.db)
  return { done: true }
}
