import { sql } from 'kysely'
import type { Delegates, delegates } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'

type Row = { person: PersonRef; since: Temporal.Instant; isYours: boolean }

export async function listDelegates(
  ctx: Ctx,
  _input: InputOf<typeof delegates.listDelegates>,
): Promise<Delegates> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Row>`
    select card.ref as person, d.begun_at as since, d.executive_id = ${viewerId} as "isYours"
    from people.preparing d
    join people.person_card card on card.id = case when d.executive_id = ${viewerId} then d.delegate_id else d.executive_id end
    where d.executive_id = ${viewerId} or d.delegate_id = ${viewerId}
    order by d.begun_at, card.id`.execute(ctx.db)
  const those = (rows: readonly Row[]) =>
    rows.map(({ person, since }) => ({ person, since: since.toString() }))
  return {
    yours: those(found.rows.filter(({ isYours }) => isYours)),
    theirs: those(found.rows.filter(({ isYours }) => !isYours)),
  }
}
