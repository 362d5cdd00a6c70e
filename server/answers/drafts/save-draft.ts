import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { QuestionDraft, questionDrafts } from '#contract/question-drafts'
import type { Ctx } from '#platform/ctx'
import { requireReadableSpace } from '#rooms/spaces'
import { requireDraft } from './access.ts'
import { readDrafts } from './list-drafts.ts'

export async function saveDraft(
  ctx: Ctx,
  { draftId, title, question, answer, spaceId }: InputOf<typeof questionDrafts.saveDraft>,
): Promise<QuestionDraft> {
  const draft = await requireDraft(ctx, draftId)
  await requireReadableSpace(ctx, spaceId)
  await sql`
    update answers.draft
    set title = ${title === '' ? null : title}, question = ${question}, answer = ${answer}, space_id = ${spaceId}
    where id = ${draft.id}`.execute(ctx.db)
  const [saved] = await readDrafts(ctx, sql`d.id = ${draft.id}`)
  if (saved === undefined) throw new Error('a draft was saved and is gone')
  return saved
}
