import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Silenced } from '#contract/judged'
import type { moderation } from '#contract/moderation'
import type { Ctx } from '#platform/ctx'

const SILENCED_MAX = 1000

/** Whom the viewer muted and blocked, by name. By whom they were blocked they do not learn. */
export async function listSilenced(
  ctx: Ctx,
  _input: InputOf<typeof moderation.listSilenced>,
): Promise<ReplyOf<typeof moderation.listSilenced>> {
  const found = await sql<Silenced>`
    select card.ref as person, s.is_muted as "isMuted", s.is_blocked as "isBlocked"
    from spaces.silence s join people.person_card card on card.id = s.author_id
    where s.person_id = ${ctx.viewer.personId} and (s.is_muted or s.is_blocked)
    order by card.ref ->> 'name', card.id limit ${SILENCED_MAX}`.execute(ctx.db)
  return { items: found.rows }
}
