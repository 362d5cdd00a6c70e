import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { SpaceRef } from '#contract/ref'
import type { whom } from '#contract/whom'
import type { Ctx } from '#platform/ctx'
import { requireReadableSpace } from '#rooms/spaces'
import { mayQuote, requireReplyToAsk } from './from-reply.ts'
import { plainWords, titleIn } from './quote.ts'

export async function getReplyToAsk(
  ctx: Ctx,
  { replyId, spaceId }: InputOf<typeof whom.getReplyToAsk>,
): Promise<ReplyOf<typeof whom.getReplyToAsk>> {
  const reply = await requireReplyToAsk(ctx, replyId)
  if (spaceId !== undefined) await requireReadableSpace(ctx, spaceId)
  const found = await sql<{ ref: SpaceRef }>`
    select to_json(s.ref) as ref from spaces.spaces_for(${ctx.viewer.personId}, array[${reply.spaceId}::uuid]) s`.execute(
    ctx.db,
  )
  const space = found.rows[0]?.ref
  if (space === undefined) throw new Error('a reply in sight stands in a space in sight')
  const { postId, author, body } = reply
  return {
    ...{ postId, author, space },
    title: titleIn(body),
    quote: plainWords(body),
    mayQuote: await mayQuote(ctx, reply, spaceId ?? reply.spaceId),
  }
}
