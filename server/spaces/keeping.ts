// Who keeps a space when its keeper goes.
import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done, PersonId, SpaceId, SpaceRef } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal, refuseIf } from '#platform/refusal'
import { requireSpace } from './access.ts'
import { spaceRef } from './json-parts.ts'
import { whyNotUpdate } from './membership.ts'

/** Named in a refusal or listed; there may be more. */
const SPACES_MAX = 50

/** Spaces in which others of the house are members and which nobody keeps but this person. */
export async function listOnlyKeeping(db: Db, personId: PersonId): Promise<SpaceRef[]> {
  const found = await sql<{ space: SpaceRef }>`
    select row_to_json(${spaceRef}) as space
    from spaces.membership m join spaces.space s on s.id = m.space_id
    where m.person_id = ${personId} and m.is_keeper and not s.is_conversation
      and exists (select from spaces.membership o join people.insider i on i.id = o.person_id
        where o.space_id = s.id and o.person_id <> ${personId})
      and not exists (select from spaces.membership o join people.insider i on i.id = o.person_id
        where o.space_id = s.id and o.person_id <> ${personId} and o.is_keeper)
    order by lower(s.name), s.id limit ${SPACES_MAX}`.execute(db)
  return found.rows.map(({ space }) => space)
}

/** Gives each space that somebody alone keeps to the one of the house who was a member of it the longest. */
export async function passOnKeeping(db: Db, personId: PersonId): Promise<void> {
  await sql`
    update spaces.membership heir set is_keeper = true
    from (
      select distinct on (o.space_id) o.space_id, o.person_id
      from spaces.membership m
      join spaces.membership o on o.space_id = m.space_id and o.person_id <> m.person_id
      join people.insider i on i.id = o.person_id
      where m.person_id = ${personId} and m.is_keeper
        and not exists (select from spaces.membership k join people.insider j on j.id = k.person_id
          where k.space_id = m.space_id and k.person_id <> m.person_id and k.is_keeper)
      order by o.space_id, o.joined_at, o.person_id
    ) next
    where heir.space_id = next.space_id and heir.person_id = next.person_id`.execute(db)
}

/** Ends what would still happen in somebody's name. */
export async function endScheduled(db: Db, personId: PersonId): Promise<void> {
  await sql`delete from spaces.scheduled where author_id = ${personId}`.execute(db)
}

/** Makes a member of the house a keeper too. */
export async function makeKeeper(ctx: Ctx, input: InputOf<typeof spaces.makeKeeper>): Promise<Done> {
  const space = await requireSpace(ctx, input.spaceId)
  refuseIf(whyNotUpdate(space, { isGuest: ctx.viewer.roles.has('guest') }))
  const made = await setKeeper(ctx.db, { spaceId: space.id, personId: input.personId })
  if (!made)
    throw refusal(
      'conflict',
      'not-a-member',
      'Only a member of the house can keep a space. Invite them first.',
    )
  return { done: true }
}

/** @returns whether the person is a member of the house and of the space */
async function setKeeper(db: Db, member: { spaceId: SpaceId; personId: PersonId }): Promise<boolean> {
  const made = await sql`
    update spaces.membership m set is_keeper = true
    from people.insider i
    where m.space_id = ${member.spaceId} and m.person_id = ${member.personId} and i.id = m.person_id
    returning m.person_id`.execute(db)
  return made.rows.length > 0
}
