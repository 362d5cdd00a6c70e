import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { requireWords } from './access.ts'
import { changeWords } from './store.ts'
import { whyNotRestore } from './words.ts'

/** Takes a deletion back while its words are still kept. */
export async function restoreWords(ctx: Ctx, input: InputOf<typeof spaces.restoreWords>): Promise<Done> {
  const said = await requireWords(ctx, input.saidId)
  const { saidId, deletedAt } = said
  refuseIf(whyNotRestore(said, { viewerId: ctx.viewer.personId, deletedAt, now: ctx.now }))
  const kept = await sql<{ title: string | null; body: string }>`
    delete from spaces.version where said_id = ${saidId} and was_deletion returning title, body`.execute(
    ctx.db,
  )
  const wording = kept.rows[0]
  if (wording === undefined)
    throw refusal('conflict', 'undo-over', 'The words are gone and cannot be brought back.')
  await changeWords(ctx.db, said, wording)
  return { done: true }
}
