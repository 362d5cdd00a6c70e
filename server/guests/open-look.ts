// Sets up whoever somebody looks as. It all happens in a transaction that is never kept: what is read in it is computed
// by the very functions that answer a guest, and nobody else ever meets the one who stands in.
import { sql } from 'kysely'
import type { PersonId, SpaceId } from '#contract/ref'
import type { OpenLook } from '#platform/looking'
import { refusal } from '#platform/refusal'
import { insertStandIn } from '#rooms/people'
import { lendPlaces } from '#rooms/spaces'
import { LOOK_HOURS } from './stay.ts'

type Row = { guestId: PersonId | null; spaceId: SpaceId | null }

/**
 * The one who stands in is called as the guest is and sees what the guest and the viewer may both see: of stewards any
 * space, of others those they keep. What is the guest's own (saved, seen, notices, brief) the stand-in has none of.
 */
export const openLook: OpenLook = async ({ db, viewer, lookId, now }) => {
  const found = await sql<Row>`
    select l.guest_id as "guestId", l.space_id as "spaceId" from guests.look l
    left join people.standing g on g.id = l.guest_id
    where l.id::text = ${lookId} and l.by_id = ${viewer.personId} and l.ended_at is null
      and l.begun_at > ${now.subtract({ hours: LOOK_HOURS })}
      and (l.guest_id is null or (g.is_active and (g.ends_at is null or g.ends_at > ${now})))`.execute(db)
  const look = found.rows[0]
  if (look === undefined || viewer.roles.has('guest')) {
    throw refusal(
      'forbidden',
      'look-over',
      'Looking as a guest has ended. Begin again from the list of guests.',
    )
  }
  // The same at every read of a look, so that a page takes them for one person.
  const id = lookId as PersonId
  const guestId = look.guestId ?? undefined
  await insertStandIn(db, { id, guestId, at: now })
  await lendPlaces(db, {
    ...{ standInId: id, guestId, spaceId: look.spaceId ?? undefined, at: now },
    by: { personId: viewer.personId, sight: viewer.roles.has('steward') ? 'all-they-see' : 'what-they-keep' },
  })
  return { ...viewer, personId: id, roles: new Set(['guest']), endsAt: undefined }
}
