// The rows of copies of people's own data.
import { sql } from 'kysely'
import type { OwnDataCopy } from '#contract/records'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'

/** A copy lies there for so long. */
export const KEPT_DAYS = 7
/** So many copies may be asked for within a day: gathering one reads everything. */
const ASKED_PER_DAY_MAX = 3

type Row = {
  id: string
  askedAt: Temporal.Instant
  state: OwnDataCopy['state']
  readyAt: Temporal.Instant | null
  bytes: number | null
}

const columns = sql`c.id, c.asked_at as "askedAt", c.state, c.ready_at as "readyAt", c.bytes`

function untilOf(at: Temporal.Instant): Temporal.Instant {
  return at.add({ hours: 24 * KEPT_DAYS })
}

export function toCopy({ id, askedAt, state, readyAt, bytes }: Row): OwnDataCopy {
  const until = readyAt === null ? null : untilOf(readyAt).toString()
  return { id, askedAt: askedAt.toString(), state, bytes, until }
}

/** Somebody's copies, the latest first. */
export async function readCopies(db: Db, personId: PersonId): Promise<OwnDataCopy[]> {
  const found = await sql<Row>`
    select ${columns} from records.own_data c
    where c.person_id = ${personId} order by c.asked_at desc, c.id desc limit 20`.execute(db)
  return found.rows.map(toCopy)
}

/** Why one cannot ask for another copy just now. */
export function whyNotAsk(copies: readonly OwnDataCopy[], now: Temporal.Instant) {
  if (copies.some(({ state }) => state === 'waiting')) {
    return refusal('conflict', 'is-gathered', 'Your data is being gathered already. It is here in a moment.')
  }
  const since = now.subtract({ hours: 24 })
  const today = copies.filter(({ askedAt }) => Temporal.Instant.compare(askedAt, since) > 0)
  if (today.length < ASKED_PER_DAY_MAX) return undefined
  return refusal('too-many', 'asked-often', 'You asked {count} times today. Ask again tomorrow.', {
    count: ASKED_PER_DAY_MAX,
  })
}

/** A copy of one's own, ready to be fetched. Nobody else's exists. */
export async function requireReadyCopy(
  db: Db,
  { id, personId, now }: { id: string; personId: PersonId; now: Temporal.Instant },
): Promise<{ id: string; bytes: number; askedAt: Temporal.Instant }> {
  const found = await sql<Row>`
    select ${columns} from records.own_data c
    where c.id = ${id} and c.person_id = ${personId} and c.state = 'ready'`.execute(db)
  const row = found.rows[0]
  const isThere = row?.readyAt && Temporal.Instant.compare(now, untilOf(row.readyAt)) < 0
  if (row === undefined || row.bytes === null || !isThere) {
    throw refusal('not-found', 'no-such-copy', 'This copy is not here any more. Ask for another one.')
  }
  return { id: row.id, bytes: row.bytes, askedAt: row.askedAt }
}
