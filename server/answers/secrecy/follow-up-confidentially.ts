import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { ReplyId } from '#contract/ref'
import type { secrecy } from '#contract/secrecy'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { addSeen, refuseTooMuch, replyUnsigned, requireThread, whyNotReply } from '#rooms/spaces'
import { requireQuestion } from '../access.ts'
import { countUnsignedToday } from './count-unsigned-today.ts'

type Added = InputOf<typeof secrecy.followUpConfidentially>

/** Adds to a question as the colleague whom its asker is to everybody. */
export async function followUpConfidentially(
  ctx: Ctx,
  { postId, body }: Added,
): Promise<ReplyOf<typeof secrecy.followUpConfidentially>> {
  const { strength, youAsked, spaceId } = await requireQuestion(ctx, postId)
  if (strength !== 'confidential' || !youAsked) throw notYours()
  refuseIf(whyNotReply(await requireThread(ctx, postId)))
  await refuseTooMuch(ctx, { body, fileIds: [], unsignedToday: await countUnsignedToday(ctx) })
  const id = newId<ReplyId>(ctx.now)
  await replyUnsigned(ctx, { id, postId, spaceId, body, at: ctx.now })
  // They follow the thread, and would be told of what they said themselves.
  await addSeen(ctx.db, [{ personId: ctx.viewer.personId, targetId: postId, at: ctx.now }])
  return { replyId: id }
}

const notYours = () =>
  refusal(
    'forbidden',
    'not-your-confidential-question',
    'You did not ask this confidentially. Reply in the thread with your name.',
  )
