import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { requireWords } from './access.ts'
import { wordsChanged } from './live-happenings.ts'
import { whyNotUnpin } from './pins.ts'
import { asSaid } from './words.ts'

/** Lets a post go from the top of its space; one that is not there stays as it is. */
export async function unpinPost(ctx: Ctx, input: InputOf<typeof spaces.unpinPost>): Promise<Done> {
  const said = await requireWords(ctx, asSaid(input.postId))
  refuseIf(whyNotUnpin(said))
  await sql`
    update spaces.thread set pinned_at = null, pinned_by = null
    where post_id = ${said.postId} and pinned_at is not null
    returning ${telling(wordsChanged(said))}`.execute(ctx.db)
  return { done: true }
}
