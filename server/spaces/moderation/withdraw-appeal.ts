import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requireWords } from '../access.ts'
import { aboutWords, noteAct } from './store.ts'

/** Takes back that the viewer asked, while nobody has decided; then they can ask again. */
export async function withdrawAppeal(
  ctx: Ctx,
  { saidId }: InputOf<typeof moderation.withdrawAppeal>,
): Promise<Done> {
  const said = await requireWords(ctx, saidId)
  const taken = await sql`
    update spaces.moderation_case set state = 'hidden', appeal = null, appealed_at = null
    where said_id = ${saidId} and state = 'appealed' and author_id = ${ctx.viewer.personId}`.execute(ctx.db)
  if (Number(taken.numAffectedRows ?? 0) === 0)
    throw refusal('conflict', 'no-appeal', 'There is nothing of yours to take back.')
  await sql`update spaces.hidden_words set may_appeal = true where said_id = ${saidId}`.execute(ctx.db)
  await noteAct(ctx, { act: 'appeal-taken-back', ...aboutWords(said) })
  return { done: true }
}
