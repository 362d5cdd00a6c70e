// Which posts come from where the reader has read nobody of late: this room's part of what is worth their time.
import { sql } from 'kysely'
import type { WorthSource } from '#platform/worth'

/** As long as a sitting remembers; see `who-you-heard`. */
const HEARD_DAYS = 28

/** A cell is a unit. The reader's own is heard, read or not. */
export const voicesWorth: WorthSource = async ({ db, readerId, at }, posts) => {
  const found = await sql<{ unit: string | null }>`
    select card.ref ->> 'unit' as unit from people.person_card card where card.id = ${readerId}
    union
    select card.ref ->> 'unit'
    from (
      select distinct r.author_id from voices.reading r
      where r.person_id = ${readerId} and r.last_at <= ${at} and r.last_at > ${at.subtract({ hours: 24 * HEARD_DAYS })}
    ) heard
    join people.person_card card on card.id = heard.author_id`.execute(db)
  const heard = new Set(found.rows.map(({ unit }) => unit))
  return new Map(
    posts.map(({ postId, unit }) => [postId, { unheardCell: unit !== undefined && !heard.has(unit) }]),
  )
}
