import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { similar } from '#contract/similar'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { requireQuestion } from '../access.ts'
import { whyNotAsk } from '../asking/asked-words.ts'
import { noteReuse } from './reuse.ts'

/** Counts a question that did not have to be asked; so what was typed must be one. */
export async function confirmAnswer(
  ctx: Ctx,
  { postId, text }: InputOf<typeof similar.confirmAnswer>,
): Promise<ReplyOf<typeof similar.confirmAnswer>> {
  const question = await requireQuestion(ctx, postId)
  refuseIf(whyNotAsk(text))
  if (question.answerId === null)
    throw refusal(
      'conflict',
      'not-answered',
      'This question has no answer yet. Say that you want to know too.',
    )
  await noteReuse(ctx, { question, kind: 'answers-me' })
  return { done: true }
}
