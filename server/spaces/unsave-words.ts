import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'

/** Nothing to require: one can let go of what one may no longer see. */
export async function unsaveWords(ctx: Ctx, input: InputOf<typeof spaces.unsaveWords>): Promise<Done> {
  await sql`
    delete from spaces.saved where person_id = ${ctx.viewer.personId} and said_id = ${input.saidId}`.execute(
    ctx.db,
  )
  return { done: true }
}
