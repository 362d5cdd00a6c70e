import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'

/** Nothing to require: one can stop following what one may no longer see. */
export async function unfollow(ctx: Ctx, input: InputOf<typeof spaces.unfollow>): Promise<Done> {
  await sql`
    delete from spaces.follow
    where person_id = ${ctx.viewer.personId} and what = ${input.what} and target_id = ${input.id}`.execute(
    ctx.db,
  )
  return { done: true }
}
