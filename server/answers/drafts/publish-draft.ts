import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { questionDrafts } from '#contract/question-drafts'
import type { PostId, ReplyId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { say, sentence } from '#platform/say'
import { textToMarkdown } from '#rooms/mail'
import { addReply, writePost } from '#rooms/spaces'
import { acceptAnswer } from '../standing/accept-answer.ts'
import { type HeldDraft, requireDraft } from './access.ts'

/** Asks what a draft asks, and answers it. The draft goes in the same transaction, so that it is asked once. */
export async function publishDraft(
  ctx: Ctx,
  { draftId }: InputOf<typeof questionDrafts.publishDraft>,
): Promise<ReplyOf<typeof questionDrafts.publishDraft>> {
  const draft = await requireDraft(ctx, draftId)
  const { spaceId, title, question: body } = draft
  if (spaceId === null)
    throw refusal('conflict', 'no-space', 'The space where this was to be asked is gone. Choose another one.')
  await sql`delete from answers.draft where id = ${draft.id}`.execute(ctx.db)
  const words = { spaceId, kind: 'question' as const, body, ...(title !== null && { title }) }
  const { json } = await writePost(ctx, spaces.writePost.input.parse(words))
  const { id: postId } = JSON.parse(json) as { id: PostId }
  await answer(ctx, { postId, draft })
  return { postId }
}

async function answer(ctx: Ctx, { postId, draft }: { postId: PostId; draft: HeldDraft }): Promise<void> {
  if (draft.answer === null) return
  const id = newId<ReplyId>(ctx.now)
  const body = answerWords(ctx, draft.answer, draft.answeredBy ?? undefined)
  await addReply(ctx, { ...spaces.writeReply.input.parse({ postId, body }), id })
  await acceptAnswer(ctx, { postId, replyId: id })
}

/** Somebody else's words are not passed off as one's own. */
function answerWords(ctx: Ctx, answer: string, by: string | undefined): string {
  if (by === undefined) return answer
  const whose = sentence('Answered by mail by {name}:', { name: textToMarkdown(by) })
  return `${say(ctx.viewer.language, whose)}\n\n${answer}`
}
