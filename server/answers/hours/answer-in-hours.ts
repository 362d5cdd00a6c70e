import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { ReplyId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { addReply } from '#rooms/spaces'
import { lockQuestion } from '../access.ts'
import { takeAsAnswer } from '../standing/take-as-answer.ts'
import { lockWaiting } from './access.ts'
import { letGo } from './let-go.ts'

/** The host's answer: an ordinary reply, and the answer from then on. Also after the end, so that no words are lost. */
export async function answerInHours(
  ctx: Ctx,
  { postId, body }: InputOf<typeof officeHours.answerInHours>,
): Promise<ReplyOf<typeof officeHours.answerInHours>> {
  const queued = await lockWaiting(ctx, postId)
  if (queued.hours.hostId !== ctx.viewer.personId)
    throw refusal(
      'forbidden',
      'not-the-host',
      'Only the host answers in office hours. You can reply in the thread.',
    )
  const question = await lockQuestion(ctx, postId)
  const replyId = newId<ReplyId>(ctx.now)
  await addReply(ctx, { id: replyId, postId, body })
  await takeAsAnswer(ctx, question, { replyId, authorId: ctx.viewer.personId })
  await letGo(ctx, queued)
  return { replyId }
}
