// One post as the contract has it, for the answer of the act that wrote it.
import { sql } from 'kysely'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { fromPost, postColumns } from './reply.ts'

export async function readPost(ctx: Ctx, id: PostId): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ json: string }>`
    select to_json(post)::text as json
    from (select ${postColumns(viewerId)} from ${fromPost(viewerId)} where w.id = ${id}) post`.execute(ctx.db)
  return { json: found.rows[0]?.json ?? 'null' }
}
