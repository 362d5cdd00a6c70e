// One post or one reply as the contract has it, for the answer of the act that wrote it.
import { sql } from 'kysely'
import type { PostId, ReplyId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { fromPost, fromReply, postJson, replyJson } from './reply.ts'

export async function readPost(ctx: Ctx, id: PostId): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ json: string }>`
    select ${postJson(viewerId)}::text as json from ${fromPost(viewerId)} where w.id = ${id}`.execute(ctx.db)
  return { json: found.rows[0]?.json ?? 'null' }
}

export async function readReply(ctx: Ctx, id: ReplyId): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ json: string }>`
    select ${replyJson(viewerId)}::text as json
    from ${fromReply(sql`spaces.reply`, viewerId)} where w.id = ${id}`.execute(ctx.db)
  return { json: found.rows[0]?.json ?? 'null' }
}
