import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'

type Reply = ReplyOf<typeof spaces.listFollows>

export async function listFollows(ctx: Ctx, _input: InputOf<typeof spaces.listFollows>): Promise<Reply> {
  const found = await sql<Reply>`
    select
      coalesce(array_agg(target_id) filter (where what = 'person'), '{}') as people,
      coalesce(array_agg(target_id) filter (where what = 'space'), '{}') as spaces
    from (
      select target_id, what from spaces.follow where person_id = ${ctx.viewer.personId} order by at desc limit 2000
    ) newest`.execute(ctx.db)
  return found.rows[0] ?? { people: [], spaces: [] }
}
