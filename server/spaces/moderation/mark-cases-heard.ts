import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { isUnheard } from './list-own-cases.ts'

export async function markCasesHeard(
  ctx: Ctx,
  _input: InputOf<typeof moderation.markCasesHeard>,
): Promise<Done> {
  await sql`
    update spaces.report r set heard_at = ${ctx.now} from spaces.moderation_case c
    where c.id = r.case_id and r.person_id = ${ctx.viewer.personId} and ${isUnheard}`.execute(ctx.db)
  return { done: true }
}
