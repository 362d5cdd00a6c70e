import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { requireWords } from './access.ts'

export async function takeBackReaction(
  ctx: Ctx,
  input: InputOf<typeof spaces.takeBackReaction>,
): Promise<Done> {
  const said = await requireWords(ctx, input.saidId)
  await sql`
    delete from spaces.reaction
    where said_id = ${said.saidId} and kind = ${input.kind} and person_id = ${ctx.viewer.personId}`.execute(
    ctx.db,
  )
  return { done: true }
}
