// A conversation whose audience changed goes on as another thread.
import { sql } from 'kysely'
import type { PostId, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { spaceRef } from './json-parts.ts'
import { isVisible } from './visibility.ts'

/** The threads that one carries on from or into, as far as the viewer may see them, as JSON. */
export async function listCarriedOn(ctx: Ctx, postId: PostId): Promise<string> {
  const found = await sql<{ json: string }>`
    select coalesce(json_agg(carried), '[]')::text as json from (
      select distinct p.created_at as at, p.id as "postId", p.title, ${spaceRef} as space
      from spaces.continuation c
      join spaces.post p on p.id = case when c.post_id = ${postId} then c.from_post_id else c.post_id end
      join spaces.space s on s.id = p.space_id
      where (c.post_id = ${postId} or c.from_post_id = ${postId}) and p.deleted_at is null
        and ${isVisible(sql`p.space_id`, ctx.viewer.personId)}
      order by p.created_at, p.id
    ) carried`.execute(ctx.db)
  return found.rows[0]?.json ?? '[]'
}

type CarriedOn = { saidId: SaidId; postId: PostId; fromSaidId: SaidId; fromPostId: PostId }

/** Notes that something said carries on from something else. Each thread then leads to the other, for those who read both. */
export async function carryOn(db: Db, { saidId, postId, fromSaidId, fromPostId }: CarriedOn): Promise<void> {
  await sql`
    insert into spaces.continuation (said_id, post_id, from_said_id, from_post_id)
    values (${saidId}, ${postId}, ${fromSaidId}, ${fromPostId})`.execute(db)
}
