// One post or one reply as the contract has it, for the answer of the act that wrote it.
import { sql } from 'kysely'
import type { PostId, ReplyId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { fromPost, postColumns, replyColumns } from './reply.ts'

export async function readPost(ctx: Ctx, id: PostId): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ json: string }>`
    select to_json(post)::text as json
    from (select ${postColumns(viewerId)} from ${fromPost(viewerId)} where w.id = ${id}) post`.execute(ctx.db)
  return { json: found.rows[0]?.json ?? 'null' }
}

export async function readReply(ctx: Ctx, id: ReplyId): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ json: string }>`
    select to_json(reply)::text as json
    from (
      select ${replyColumns(viewerId)}
      from spaces.reply w
      join people.person_card author on author.id = w.author_id
      left join spaces.membership m on m.space_id = w.space_id and m.person_id = ${viewerId}
      where w.id = ${id}
    ) reply`.execute(ctx.db)
  return { json: found.rows[0]?.json ?? 'null' }
}
