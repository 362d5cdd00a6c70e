import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { questionDrafts } from '#contract/question-drafts'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requireDraft } from './access.ts'

export async function discardDraft(
  ctx: Ctx,
  { draftId }: InputOf<typeof questionDrafts.discardDraft>,
): Promise<Done> {
  const draft = await requireDraft(ctx, draftId)
  await sql`delete from answers.draft where id = ${draft.id}`.execute(ctx.db)
  return { done: true }
}
