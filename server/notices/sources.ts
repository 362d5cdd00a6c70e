// The spaces and people that one may choose for one's notices: those that one may see.
import { sql } from 'kysely'
import type { PersonId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requirePerson } from '#rooms/people'

export type Source = { what: 'space'; spaceId: SpaceId } | { what: 'person'; personId: PersonId }

/** A space that the viewer may read. */
export async function requireSpaceOfNotices(ctx: Ctx, spaceId: SpaceId): Promise<SpaceId> {
  const found = await sql`
    select from spaces.spaces_for(${ctx.viewer.personId}, array[${spaceId}::uuid])`.execute(ctx.db)
  if (found.rows.length === 0)
    throw refusal('not-found', 'no-such-space', 'This space does not exist for you.')
  return spaceId
}

/** Somebody else whom the viewer may see. */
export async function requireOther(ctx: Ctx, personId: PersonId): Promise<PersonId> {
  if (personId === ctx.viewer.personId)
    throw refusal('invalid', 'about-yourself', 'You hear nothing of your own doings anyway.')
  return (await requirePerson(ctx, personId)).id
}

/** @returns the identity of a space or a person that the viewer may see */
export async function requireSource(ctx: Ctx, source: Source): Promise<SpaceId | PersonId> {
  return source.what === 'space'
    ? requireSpaceOfNotices(ctx, source.spaceId)
    : requireOther(ctx, source.personId)
}
