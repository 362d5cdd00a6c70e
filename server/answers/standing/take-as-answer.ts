import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PersonId, ReplyId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import type { HeldQuestion } from '../access.ts'
import { answerAccepted } from '../events.ts'
import { questionChanged } from '../live.ts'
import { reviewAfter } from '../question.ts'
import { todayOf } from './today.ts'

/**
 * Notes a reply as the answer of a question that is held; its author answers for it. Whether it may be is for the act.
 * Whoever asked confidentially takes it as the colleague whom they are to everybody.
 */
export async function takeAsAnswer(
  ctx: Ctx,
  question: HeldQuestion,
  { replyId, authorId }: { replyId: ReplyId; authorId: PersonId },
): Promise<void> {
  const isSecret = question.strength === 'confidential' && question.youAsked
  const byId = isSecret ? COLLEAGUE_ID : ctx.viewer.personId
  await sql`
    update answers.question
    set answer_id = ${replyId}, accepted_by = ${byId}, accepted_at = ${ctx.now},
      owner_id = ${authorId}, review_on = ${String(reviewAfter(todayOf(ctx)))}::date
    where post_id = ${question.postId}
    returning ${telling(questionChanged(question))}`.execute(ctx.db)
  const { postId } = question
  await ctx.emit(answerAccepted({ postId, replyId, byId, at: ctx.now }))
}
