// The SQL that makes notices of what waits. One statement for many words and all whom they concern, and the same
// result in whichever order, in however many pieces, and however often it runs.
import { sql } from 'kysely'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'

/** Something said, and since when something about it is to be told. */
export type Waiting = { saidId: SaidId; at: Temporal.Instant }

/** Notes that something is to be told of, in the transaction that does it. */
export async function keepWaiting(db: Db, { saidId, at }: { saidId: string; at: string }): Promise<void> {
  await sql`insert into notices.waiting (said_id, at) values (${saidId}, ${at})`.execute(db)
}

/** Takes what waits longest, up to an instant; what another process has taken is left to it. */
export async function takeWaiting(
  db: Db,
  { until, most }: { until: Temporal.Instant; most: number },
): Promise<Waiting[]> {
  const taken = await sql<Waiting>`
    delete from notices.waiting where id in (
      select id from notices.waiting where at <= ${until} order by id limit ${most} for update skip locked
    )
    returning said_id as "saidId", at`.execute(db)
  return taken.rows
}

/**
 * Merges into people's notices what they have not seen yet. Once somebody read a notice, it begins anew with what comes
 * after. Rows are taken in one order, so that two processes do not wait for each other.
 * @returns whose notices are otherwise now
 */
export async function mergeNotices(db: Db, waiting: readonly Waiting[]): Promise<PersonId[]> {
  if (waiting.length === 0) return []
  const changed = await sql<{ personId: PersonId }>`
    insert into notices.notice as n (person_id, post_id, first_at, last_at, tells_replies, read_at)
    select c.person_id, c.post_id, min(c.first_at), max(c.last_at), bool_or(c.how = 'replied'),
      coalesce(max(c.seen_at), '-infinity')
    from spaces.concerned_by(
      ${waiting.map(({ saidId }) => saidId)}::uuid[], ${waiting.map(({ at }) => at.toString())}::timestamptz[]
    ) c
    left join notices.muted m on m.person_id = c.person_id and m.target_id = c.post_id
    where m.person_id is null or c.how = 'mentioned'
    group by c.person_id, c.post_id
    order by c.person_id, c.post_id
    on conflict (person_id, post_id) do update set
      first_at = case when ${wasRead} then excluded.first_at else least(n.first_at, excluded.first_at) end,
      last_at = greatest(n.last_at, excluded.last_at),
      tells_replies = excluded.tells_replies or (n.tells_replies and not ${wasRead}),
      read_at = greatest(n.read_at, excluded.read_at)
    where excluded.last_at > n.read_at and (
      excluded.last_at > n.last_at or excluded.first_at < n.first_at or (excluded.tells_replies and not n.tells_replies)
    )
    returning person_id as "personId"`.execute(db)
  return [...new Set(changed.rows.map(({ personId }) => personId))]
}

const wasRead = sql<boolean>`(n.last_at <= greatest(n.read_at, excluded.read_at))`
