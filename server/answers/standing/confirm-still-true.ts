import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { lockQuestion, whoComes } from '../access.ts'
import { questionChanged } from '../live.ts'
import { reviewAfter, whyNotReview } from '../question.ts'
import { readStanding } from './read-standing.ts'
import { todayOf } from './today.ts'

export async function confirmStillTrue(
  ctx: Ctx,
  { postId }: InputOf<typeof answers.confirmStillTrue>,
): Promise<QuestionStanding> {
  const question = await lockQuestion(ctx, postId)
  refuseIf(whyNotReview(await whoComes(ctx, question), question))
  await sql`
    update answers.question set review_on = ${String(reviewAfter(todayOf(ctx)))}::date
    where post_id = ${postId}
    returning ${telling(questionChanged(question))}`.execute(ctx.db)
  return readStanding(ctx, postId)
}
