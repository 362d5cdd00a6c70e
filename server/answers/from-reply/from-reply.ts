// A question that begins with a reply: both threads lead to each other, and the reply's words go along only where
// everybody who will read them may read it already.
import { sql } from 'kysely'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import type { FromReply } from '#contract/whom'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { asSaid, carryOn } from '#rooms/spaces'
import { type HeldReply, quoteOf } from './quote.ts'

/** A reply that the viewer may read. */
export async function requireReplyToAsk({ db, viewer }: Ctx, replyId: ReplyId): Promise<HeldReply> {
  const found = await sql<HeldReply>`
    select w.reply_id as "replyId", w.post_id as "postId", w.space_id as "spaceId", author.ref as author, w.body
    from spaces.said w join people.person_card author on author.id = w.author_id
    where w.said_id = ${replyId} and w.reply_id is not null and w.deleted_at is null
      and exists (select from spaces.visible_space(${viewer.personId}) v where v.space_id = w.space_id)`.execute(
    db,
  )
  const [reply] = found.rows
  if (reply === undefined) throw refusal('not-found', 'no-such-reply', 'This reply does not exist for you.')
  return reply
}

/** Whether all who may read a space may read a reply too. */
export async function mayQuote({ db }: Ctx, reply: HeldReply, spaceId: SpaceId): Promise<boolean> {
  if (reply.spaceId === spaceId) return true
  const found = await sql<{ isWithin: boolean }>`
    select spaces.is_read_within(${spaceId}, ${reply.spaceId}) as "isWithin"`.execute(db)
  return found.rows[0]?.isWithin === true
}

export type Begun = { reply: HeldReply; quote: string | undefined }

/** @throws {Refusal} when words would be quoted to people who may not read them where they stand */
export async function requireBegun(
  ctx: Ctx,
  { spaceId, from }: { spaceId: SpaceId; from: FromReply },
): Promise<Begun> {
  const reply = await requireReplyToAsk(ctx, from.replyId)
  if (!from.quotes) return { reply, quote: undefined }
  if (await mayQuote(ctx, reply, spaceId)) return { reply, quote: quoteOf(reply) }
  throw refusal(
    'conflict',
    'quote-widens',
    'This space has readers who may not read the reply, so its words cannot be quoted here. Ask without them, or where the reply stands.',
  )
}

/** Lets the thread of the question and that of the reply lead to each other. */
export async function noteBegun(
  { db }: Ctx,
  { postId, reply }: { postId: PostId; reply: HeldReply },
): Promise<void> {
  await carryOn(db, {
    saidId: asSaid(postId),
    postId,
    fromSaidId: asSaid(reply.replyId),
    fromPostId: reply.postId,
  })
}
