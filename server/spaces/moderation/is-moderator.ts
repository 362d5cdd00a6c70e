import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx'
import { isSteward } from './access.ts'

/** Whether the viewer judges what others say anywhere: stewards do, and whoever keeps a space. */
export async function isModerator(ctx: Ctx): Promise<boolean> {
  if (isSteward(ctx)) return true
  const found = await sql`
    select from spaces.membership m where m.person_id = ${ctx.viewer.personId} and m.is_keeper limit 1`.execute(
    ctx.db,
  )
  return found.rows.length > 0
}
