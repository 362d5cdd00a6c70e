// Spaces that are laid out beforehand, in bulk: with their members, and with keepers among them.
import { sql } from 'kysely'
import type { PersonId, SpaceId, Visibility } from '#contract/ref'
import type { Db } from '#platform/db'

export type PlannedSpace = {
  id: SpaceId
  name: string
  purpose: string
  visibility: Visibility
  isPorous: boolean
  /** Each once. Whoever is in a space follows it. */
  members: readonly { personId: PersonId; isKeeper: boolean }[]
  at: Temporal.Instant
}

/** Adds spaces whose people are there. Its first keeper is taken for the one who opened a space. */
export async function addPlannedSpaces(db: Db, planned: readonly PlannedSpace[]): Promise<void> {
  const spaces = planned.map(({ members, at, ...space }) => ({
    ...space,
    at: at.toString(),
    createdBy: members.find(({ isKeeper }) => isKeeper)?.personId,
  }))
  const members = planned.flatMap(({ id, at, members }) =>
    members.map((member) => ({ ...member, spaceId: id, at: at.toString() })),
  )
  await sql`
    insert into spaces.space (id, name, purpose, visibility, is_porous, created_by, created_at)
    select s.id, s.name, s.purpose, s.visibility, s."isPorous", s."createdBy", s.at
    from jsonb_to_recordset(${JSON.stringify(spaces)}::jsonb) as s (
      id uuid, name text, purpose text, visibility text, "isPorous" boolean, "createdBy" uuid, at timestamptz)`.execute(
    db,
  )
  await sql`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as m (
        "spaceId" uuid, "personId" uuid, "isKeeper" boolean, at timestamptz)
    ),
    joined as (
      insert into spaces.membership (space_id, person_id, is_keeper, joined_at)
      select "spaceId", "personId", "isKeeper", at from given
    ),
    seen as (
      insert into spaces.seen (person_id, target_id, seen_at) select "personId", "spaceId", at from given
    )
    insert into spaces.follow (person_id, what, target_id, at)
    select "personId", 'space', "spaceId", at from given`.execute(db)
}
