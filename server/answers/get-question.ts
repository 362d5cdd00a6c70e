import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { readStanding } from './standing/read-standing.ts'

export async function getQuestion(
  ctx: Ctx,
  { postId }: InputOf<typeof answers.getQuestion>,
): Promise<QuestionStanding> {
  return readStanding(ctx, postId)
}
