import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { HeldPoll } from './access.ts'
import { putPoll } from './store.ts'

/** Many polls may close at the same full hour; those that are left come in the next round. */
const CLOSED_TOGETHER_MAX = 200

/** Notes of polls whose time is over that they are closed, so that their results are there and open pages show them. */
export async function closeDuePolls(db: Db, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const due = await sql<HeldPoll>`
      select p.id as "postId", p.space_id as "spaceId", p.author_id as "authorId", p.poll
      from spaces.post p where p.poll_closes_at <= ${now}
      order by p.poll_closes_at limit ${CLOSED_TOGETHER_MAX} for no key update skip locked`.execute(tx)
    for (const held of due.rows) await putPoll(tx, held, { ...held.poll, closedAt: held.poll.closesAt })
  })
}
