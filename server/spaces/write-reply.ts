import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { FileId, PersonId, PostId, ReplyId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { requireThread } from './access.ts'
import { attachFiles } from './files/attach-files.ts'
import { groupsIn } from './groups/group-mentions.ts'
import { refuseTooMuch } from './moderation/refuse-too-much.ts'
import { insertMentions, insertReply } from './store.ts'
import { asSaid, mentionedIn, REPLY_DEPTH_MAX, whyNotAnswer, whyNotReply } from './words.ts'

/** Replies in a thread, to its post or to one of its replies. */
export async function writeReply(ctx: Ctx, input: InputOf<typeof spaces.writeReply>): Promise<RawJson> {
  return addReply(ctx, { ...input, id: newId<ReplyId>(ctx.now) })
}

type Said = {
  postId: PostId
  answersId?: ReplyId | undefined
  body: string
  fileIds?: FileId[]
  id: ReplyId
  /** Who drafted what its author sends. */
  draftedById?: PersonId | undefined
}

/** The write alone, for acts of other rooms that answer with something else. */
export async function addReply(ctx: Ctx, input: Said): Promise<RawJson> {
  const thread = await requireThread(ctx, input.postId)
  refuseIf(whyNotReply(thread))
  await refuseTooMuch(ctx, { body: input.body, fileIds: input.fileIds ?? [] })
  if (input.answersId !== undefined)
    await requireAnswerable(ctx, { postId: thread.postId, replyId: input.answersId })
  const { id, postId, answersId, body } = input
  const authorId = ctx.viewer.personId
  const said = { saidId: asSaid(id), authorId, postId, spaceId: thread.spaceId, at: ctx.now }
  // Before the reply, which is then read with its files in the statement that writes it.
  await attachFiles(ctx.db, said, input.fileIds ?? [])
  const json = await insertReply(ctx.db, {
    id,
    postId,
    spaceId: thread.spaceId,
    authorId,
    answersId,
    draftedById: input.draftedById,
    body,
    at: ctx.now,
  })
  await insertMentions(ctx.db, { ...said, personIds: mentionedIn(body), groupIds: groupsIn(body) })
  await ctx.emit({ name: 'spaces/reply-written', facts: { postId, saidId: id, at: ctx.now.toString() } })
  return { json }
}

/** A reply of the thread that does not lie too deep to be answered. */
async function requireAnswerable(
  ctx: Ctx,
  { postId, replyId }: { postId: PostId; replyId: ReplyId },
): Promise<void> {
  const found = await sql<{ depth: number }>`
    with recursive chain (answers_id, depth) as (
      select r.answers_id, 1 from spaces.reply r where r.id = ${replyId} and r.post_id = ${postId}
      union all
      select r.answers_id, chain.depth + 1 from chain join spaces.reply r on r.id = chain.answers_id
      where chain.depth < ${REPLY_DEPTH_MAX}
    )
    select max(depth) as depth from chain having count(*) > 0`.execute(ctx.db)
  const [row] = found.rows
  if (row === undefined)
    throw refusal('not-found', 'no-such-reply', 'The reply you answer is not in this thread.')
  refuseIf(whyNotAnswer(row.depth))
}
