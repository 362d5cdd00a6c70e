import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { PersonId, PostId, ReplyId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { lockQuestion, whoComes } from '../access.ts'
import { whyNotAccept } from '../question.ts'
import { readStanding } from './read-standing.ts'
import { takeAsAnswer } from './take-as-answer.ts'

/** Of two who accept at once, the later one's holds. What was accepted already stays as it was, its owner included. */
export async function acceptAnswer(
  ctx: Ctx,
  { postId, replyId }: InputOf<typeof answers.acceptAnswer>,
): Promise<QuestionStanding> {
  const question = await lockQuestion(ctx, postId)
  const authorId = await requireReplyIn(ctx, { postId, replyId })
  refuseIf(whyNotAccept(await whoComes(ctx, question), question))
  if (question.answerId !== replyId) await takeAsAnswer(ctx, question, { replyId, authorId })
  return readStanding(ctx, postId)
}

type InThread = { postId: PostId; replyId: ReplyId }

/** @returns who wrote the reply */
async function requireReplyIn(ctx: Ctx, { postId, replyId }: InThread): Promise<PersonId> {
  const found = await sql<{ authorId: PersonId }>`
    select w.author_id as "authorId" from spaces.said w
    where w.said_id = ${replyId} and w.post_id = ${postId} and w.reply_id is not null and w.deleted_at is null`.execute(
    ctx.db,
  )
  const row = found.rows[0]
  if (row !== undefined) return row.authorId
  throw refusal('not-found', 'no-such-reply', 'This reply is not in the thread of the question.')
}
