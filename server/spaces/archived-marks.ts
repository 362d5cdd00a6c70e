// Marks on words that came in from elsewhere: what is pinned, and from when on they are news after all.
import { sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'

type ArchivedPin = { postId: PostId; pinnedBy: PersonId; at: Temporal.Instant }

/** Pins posts that are there. Whoever calls it holds the number of pins of a space to its maximum. */
export async function addPins(db: Db, pins: readonly ArchivedPin[]): Promise<void> {
  if (pins.length === 0) return
  await sql`
    update spaces.thread t set pinned_at = pin.at, pinned_by = pin."pinnedBy"
    from jsonb_to_recordset(${JSON.stringify(pins)}::jsonb) as pin ("postId" uuid, "pinnedBy" uuid, at timestamptz)
    where t.post_id = pin."postId"`.execute(db)
}

/** Lets words that came in from elsewhere be new from an instant on, instead of counting as read. */
export async function letBeNewSince(db: Db, since: Temporal.Instant): Promise<void> {
  await sql`update spaces.thread set read_until = ${since} where read_until > ${since}`.execute(db)
}
