import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Ctx } from '#platform/ctx'
import { isSteward, reachesViewer } from './access.ts'
import { isModerator } from './is-moderator.ts'
import { isUnheard } from './list-own-cases.ts'

/** From here on cases are not counted any further. */
const COUNTED_MAX = 100

type Reply = ReplyOf<typeof moderation.countCases>

export async function countCases(ctx: Ctx, _input: InputOf<typeof moderation.countCases>): Promise<Reply> {
  const viewerId = ctx.viewer.personId
  const reaches = reachesViewer(viewerId, { isSteward: isSteward(ctx) })
  const found = await sql<Omit<Reply, 'isModerator'>>`
    select
      (select count(*)::int from (
        select from spaces.moderation_case c
        where c.state in ('open', 'appealed') and c.author_id <> ${viewerId} and ${reaches}
        limit ${COUNTED_MAX}) waiting) as waiting,
      (select count(*)::int from (
        select from spaces.report r join spaces.moderation_case c on c.id = r.case_id
        where r.person_id = ${viewerId} and ${isUnheard}
        limit ${COUNTED_MAX}) unheard) as unheard`.execute(ctx.db)
  return { isModerator: await isModerator(ctx), ...(found.rows[0] ?? { waiting: 0, unheard: 0 }) }
}
