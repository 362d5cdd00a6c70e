// The log of who looked as which guest. The guest reads it; nobody looks unseen.
import { type RawBuilder, sql } from 'kysely'
import type { Look } from '#contract/guests'
import type { PersonRef, SpaceRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'

type Row = {
  id: string
  guest: PersonRef | null
  space: SpaceRef | null
  by: PersonRef
  at: Temporal.Instant
}

/** Looks, the latest first; `l` is the look. A space is named as far as the viewer may know of it. */
export async function readLooks(
  ctx: Ctx,
  { which, most }: { which: RawBuilder<unknown>; most: number },
): Promise<Look[]> {
  const found = await sql<Row>`
    select l.id, guest.ref as guest, to_json(spaces.known_ref(l.space_id, ${ctx.viewer.personId})) as space, by.ref as by, l.begun_at as at
    from guests.look l
    join people.person_card by on by.id = l.by_id
    left join people.person_card guest on guest.id = l.guest_id
    where ${which}
    order by l.begun_at desc, l.id desc limit ${most}`.execute(ctx.db)
  return found.rows.map((row) => ({ ...row, at: row.at.toString() }))
}
