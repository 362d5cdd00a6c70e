import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { type HeldWords, requireWords } from '../access.ts'
import { whyNotReport } from './case.ts'
import { decidedMeanwhile, openCase } from './store.ts'

/** Opens a case of something said, or adds to the one that waits; saying it again says it otherwise. */
export async function reportWords(ctx: Ctx, input: InputOf<typeof moderation.reportWords>): Promise<Done> {
  const said = await requireWords(ctx, input.saidId)
  refuseIf(whyNotReport(said, ctx.viewer.personId))
  const caseId = (await openCase(ctx.db, said, { at: ctx.now, state: 'open' })) ?? (await findOpen(ctx, said))
  if (caseId === undefined) throw decidedMeanwhile()
  await sql`
    insert into spaces.report (case_id, person_id, reason, sentence, at)
    values (${caseId}, ${ctx.viewer.personId}, ${input.reason}, ${input.sentence || null}, ${ctx.now})
    on conflict (case_id, person_id) do update set reason = excluded.reason, sentence = excluded.sentence`.execute(
    ctx.db,
  )
  return { done: true }
}

async function findOpen(ctx: Ctx, { saidId }: HeldWords): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from spaces.moderation_case where said_id = ${saidId} and state = 'open'`.execute(ctx.db)
  return found.rows[0]?.id
}
