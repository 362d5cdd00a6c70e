import { sql } from 'kysely'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { lockQuestion, whoComes } from '../access.ts'
import { questionChanged } from '../live.ts'
import { whyNotReview } from '../question.ts'

type Before = { postId: PostId; reviewOn: string }

/** Takes back that an answer was found still true: it is to be looked at on the day as before, even one that is over. */
export async function putBackReview(ctx: Ctx, { postId, reviewOn }: Before): Promise<void> {
  const question = await lockQuestion(ctx, postId)
  refuseIf(whyNotReview(await whoComes(ctx, question), question))
  await sql`
    update answers.question set review_on = ${reviewOn}::date where post_id = ${postId}
    returning ${telling(questionChanged(question))}`.execute(ctx.db)
}
