// Places in spaces for whoever stands in for a guest, or leaves a space by another's hand.
import { sql } from 'kysely'
import type { PersonId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { insertMember } from './store.ts'
import { isVisible } from './visibility.ts'

type Lending = {
  standInId: PersonId
  /** Whose places they are; nobody's when it is one who was never here. */
  guestId: PersonId | undefined
  spaceId: SpaceId | undefined
  /** Who looks: they meet nothing that they do not see themselves, or do not keep. */
  by: { personId: PersonId; sight: 'all-they-see' | 'what-they-keep' }
  at: Temporal.Instant
}

/**
 * Lends the porous spaces of a guest, or one porous space, to somebody who stands in: with them they are in it and
 * follow it, and nothing is new to them. The guest is out of these spaces meanwhile, so that nobody is counted twice.
 * It must not be committed.
 */
export async function lendPlaces(db: Db, lending: Lending): Promise<void> {
  const { standInId, guestId, spaceId, by, at } = lending
  await sql`
    with lent as (
      select s.id from spaces.space s
      where s.is_porous and ${isVisible(sql`s.id`, by.personId)}
        and (s.id = ${spaceId ?? null} or exists (
          select from spaces.membership m where m.space_id = s.id and m.person_id = ${guestId ?? null}))
        and (${by.sight === 'all-they-see'} or exists (
          select from spaces.membership k where k.space_id = s.id and k.person_id = ${by.personId} and k.is_keeper))
    ),
    without as (
      delete from spaces.membership m using lent where m.space_id = lent.id and m.person_id = ${guestId ?? null}
    ),
    joined as (
      insert into spaces.membership (space_id, person_id, joined_at)
      select lent.id, ${standInId}, ${at} from lent
    ),
    following as (
      insert into spaces.follow (person_id, what, target_id, at)
      select ${standInId}, 'space', lent.id, ${at} from lent
    )
    insert into spaces.seen (person_id, target_id, seen_at)
    select ${standInId}, lent.id, ${at} from lent`.execute(db)
}

/** Brings somebody in who was invited by another room; a second time changes nothing. */
export async function bringInMember(
  db: Db,
  member: { spaceId: SpaceId; personId: PersonId; at: Temporal.Instant },
): Promise<void> {
  await insertMember(db, { ...member, isKeeper: false })
}

/** Ends a membership, and the following of that space with it. */
export async function takeOutMember(
  db: Db,
  { spaceId, personId }: { spaceId: SpaceId; personId: PersonId },
): Promise<void> {
  await sql`
    with out as (
      delete from spaces.membership where space_id = ${spaceId} and person_id = ${personId}
    )
    delete from spaces.follow where person_id = ${personId} and what = 'space' and target_id = ${spaceId}`.execute(
    db,
  )
}
