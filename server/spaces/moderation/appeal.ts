import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requireWords } from '../access.ts'
import { aboutWords, decidedMeanwhile, noteAct } from './store.ts'

/** Asks, once, that words of the viewer which were hidden are looked at by somebody else. */
export async function appeal(ctx: Ctx, { saidId, body }: InputOf<typeof moderation.appeal>): Promise<Done> {
  const said = await requireWords(ctx, saidId)
  if (said.authorId !== ctx.viewer.personId)
    throw refusal('forbidden', 'not-your-words', 'Only their author can ask for these words.')
  if (!said.isHidden) throw refusal('conflict', 'words-stand', 'This is not hidden.')
  const asked = await sql`
    update spaces.hidden_words set may_appeal = false where said_id = ${saidId} and may_appeal`.execute(
    ctx.db,
  )
  if (Number(asked.numAffectedRows ?? 0) === 0)
    throw refusal('conflict', 'appealed-already', 'You have asked already, and can do so once.')
  const noted = await sql`
    update spaces.moderation_case set state = 'appealed', appeal = ${body}, appealed_at = ${ctx.now}
    where said_id = ${saidId} and state = 'hidden'`.execute(ctx.db)
  if (Number(noted.numAffectedRows ?? 0) === 0) throw decidedMeanwhile()
  await noteAct(ctx, { act: 'appealed', ...aboutWords(said) })
  return { done: true }
}
