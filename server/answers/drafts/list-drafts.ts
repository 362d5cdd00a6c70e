import { type RawBuilder, sql } from 'kysely'
import type { ReplyOf } from '#contract/endpoint'
import type { QuestionDraft, questionDrafts } from '#contract/question-drafts'
import type { Ctx } from '#platform/ctx'
import { DRAFTS_MAX } from './keep-draft.ts'

/** All drafts of the viewer: there are never more than one keeps. */
export async function listDrafts(ctx: Ctx): Promise<ReplyOf<typeof questionDrafts.listDrafts>> {
  return { items: await readDrafts(ctx, sql`true`) }
}

/** Drafts of the viewer alone, as they are shown. A space that they no longer read is not named. */
export async function readDrafts(
  { db, viewer }: Ctx,
  condition: RawBuilder<unknown>,
): Promise<QuestionDraft[]> {
  const found = await sql<QuestionDraft>`
    select d.id, to_json(d.at) as at, d.title, d.question, d.answer, d.answered_by as "answeredBy", d.note,
      (select to_json(s.ref) from spaces.spaces_for(${viewer.personId}, array[d.space_id]) s) as space
    from answers.draft d
    where d.person_id = ${viewer.personId} and ${condition}
    order by d.at desc, d.id desc limit ${DRAFTS_MAX}`.execute(db)
  return found.rows
}
