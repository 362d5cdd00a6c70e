// The ledger of the network, from what is kept for each question.
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx'

export type Counting = { rowsMax: number; since: Temporal.Instant }

/**
 * `counted` and `most` for a `with`: all questions with their figures, and the first of them with some others. What time
 * alone has changed since it was kept is counted anew; a job sees to it that this is little.
 */
export function networkCounted({ now }: Ctx, { rowsMax }: Counting): RawBuilder<unknown> {
  const figures = sql`k.post_id, k.answers, k.askers, k.confirmed, k.unconfirmed, k.people`
  const isOpen = sql`k.space_id in (select space_id from open)`
  return sql`
    open as materialized (select space_id from spaces.open_space),
    changed as materialized (
      select k.post_id, n.answers, n.askers, n.confirmed, n.unconfirmed,
        n.askers + n.confirmed + n.unconfirmed as people
      from answers.served k
      cross join lateral answers.served_at(k.post_id, ${now}) n
      where k.changes_at <= ${now} and ${isOpen}
    ),
    counted as not materialized (
      select ${figures} from answers.served k where k.changes_at > ${now} and ${isOpen}
      union all
      select * from changed
    ),
    most as (
      (
        select ${figures} from answers.served k
        where k.changes_at > ${now} and ${isOpen} and k.answers + k.people > 0
        order by k.people desc, k.post_id desc limit ${rowsMax}
      )
      union all
      select * from changed where answers + people > 0
    )`
}
