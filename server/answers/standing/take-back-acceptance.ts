import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { takeBackTold } from '#rooms/notices'
import { lockQuestion, whoComes } from '../access.ts'
import { questionChanged } from '../live.ts'
import { whyNotAccept } from '../question.ts'
import { readStanding } from './read-standing.ts'

export async function takeBackAcceptance(
  ctx: Ctx,
  { postId }: InputOf<typeof answers.takeBackAcceptance>,
): Promise<QuestionStanding> {
  const question = await lockQuestion(ctx, postId)
  refuseIf(whyNotAccept(await whoComes(ctx, question), question))
  await sql`
    update answers.question
    set answer_id = null, accepted_by = null, accepted_at = null, owner_id = null, review_on = null
    where post_id = ${postId} and answer_id is not null
    returning ${telling(questionChanged(question))}`.execute(ctx.db)
  await takeBackTold(ctx.db, { postId, how: 'accepted' })
  return readStanding(ctx, postId)
}
