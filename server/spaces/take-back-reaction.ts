import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { requireWords } from './access.ts'
import { reactionsChanged } from './live-happenings.ts'

export async function takeBackReaction(
  ctx: Ctx,
  input: InputOf<typeof spaces.takeBackReaction>,
): Promise<Done> {
  const said = await requireWords(ctx, input.saidId)
  await sql`
    delete from spaces.reaction
    where said_id = ${said.saidId} and kind = ${input.kind} and person_id = ${ctx.viewer.personId}
    returning ${telling(reactionsChanged(said))}`.execute(ctx.db)
  return { done: true }
}
