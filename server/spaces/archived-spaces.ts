// Spaces out of archives, in bulk. What an archive brings is there already for everybody in it, so nothing is told.
import { sql } from 'kysely'
import type { PersonId, SpaceId, Visibility } from '#contract/ref'
import type { Db } from '#platform/db'
import { idOf } from '#platform/ids'

export type ArchivedSpaceRow = {
  id: SpaceId
  /** Undefined for a private conversation, which is named by its members. */
  name: string | undefined
  purpose: string | undefined
  visibility: Visibility
  memberIds: readonly PersonId[]
  createdAt: Temporal.Instant
}

type InSpace = { spaceId: SpaceId; personId: PersonId }
/** The spaces that were not there, who came into one, and who follows one from now on. */
export type AddedSpaces = { spaceIds: SpaceId[]; members: InSpace[]; follows: InSpace[] }

const NO_INSTANT = Temporal.Instant.fromEpochMilliseconds(0)
const NAMED_IN_FULL_MAX = 3

/** The id of the one private conversation among exactly these people, whichever archive it comes from. */
export function conversationIdOf(memberIds: readonly PersonId[]): SpaceId {
  return idOf<SpaceId>('conversation', [...new Set(memberIds)].sort().join(' '), NO_INSTANT)
}

/** What a private conversation is called: `Ana`, `Ana and Ben`, `Ana, Ben and Cleo`, `Ana, Ben and 3 others`. */
export function conversationName(names: readonly string[]): string {
  const [first = 'Nobody', second] = names
  if (second === undefined) return first
  if (names.length > NAMED_IN_FULL_MAX) return `${first}, ${second} and ${names.length - 2} others`
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/**
 * Adds the spaces that are not there yet, with their members. A conversation keeps the members it began with; other
 * spaces gain those that are new. Whoever has an account follows the spaces they came into, conversations aside.
 * @returns what was new
 */
export async function addArchivedSpaces(db: Db, spaces: readonly ArchivedSpaceRow[]): Promise<AddedSpaces> {
  if (spaces.length === 0) return { spaceIds: [], members: [], follows: [] }
  const names = await conversationNames(db, spaces)
  const rows = JSON.stringify(
    spaces.map(({ memberIds, ...space }) => ({
      ...space,
      name: space.name ?? names.get(space.id),
      isConversation: space.name === undefined,
    })),
  )
  const memberships = spaces.flatMap(({ id, memberIds }) => memberIds.map((memberId) => [id, memberId]))
  const added = await sql<AddedSpaces>`
    with given as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as s (
        id uuid, name text, purpose text, visibility text, "isConversation" boolean, "createdAt" timestamptz)
    ),
    fresh as (
      insert into spaces.space (id, name, purpose, visibility, is_conversation, created_at)
      select id, name, purpose, visibility, "isConversation", "createdAt" from given
      on conflict do nothing returning id
    ),
    joined as (
      insert into spaces.membership (space_id, person_id, joined_at)
      select given.id, m.person_id, given."createdAt"
      from unnest(${memberships.map(([id]) => id)}::uuid[], ${memberships.map(([, id]) => id)}::uuid[])
        as m (space_id, person_id)
      join given on given.id = m.space_id
      where not given."isConversation" or given.id in (select id from fresh)
      on conflict do nothing returning space_id, person_id, joined_at
    ),
    seen as (
      insert into spaces.seen (person_id, target_id, seen_at)
      select joined.person_id, joined.space_id, joined.joined_at from joined
      on conflict do nothing
    ),
    following as (
      insert into spaces.follow (person_id, what, target_id, at)
      select joined.person_id, 'space', joined.space_id, joined.joined_at
      from joined
      join given on given.id = joined.space_id and not given."isConversation"
      join people.standing on standing.id = joined.person_id and standing.is_active
      on conflict do nothing returning person_id, target_id
    )
    select
      (select coalesce(json_agg(id), '[]') from fresh) as "spaceIds",
      (select coalesce(json_agg(json_build_object('spaceId', space_id, 'personId', person_id)), '[]') from joined)
        as members,
      (select coalesce(json_agg(json_build_object('spaceId', target_id, 'personId', person_id)), '[]') from following)
        as follows`.execute(db)
  return added.rows[0] ?? { spaceIds: [], members: [], follows: [] }
}

/** People come before automatic senders, so that a conversation is not called after the machine in it. */
async function conversationNames(db: Db, spaces: readonly ArchivedSpaceRow[]): Promise<Map<SpaceId, string>> {
  const conversations = spaces.filter((space) => space.name === undefined)
  const ids = [...new Set(conversations.flatMap((space) => space.memberIds))]
  const found = await sql<{ id: PersonId; name: string; isAutomatic: boolean }>`
    select id, ref ->> 'name' as name, is_automatic as "isAutomatic" from people.person_card
    where id = any (${ids}::uuid[]) order by is_automatic, lower(ref ->> 'name'), id`.execute(db)
  const ranks = new Map(found.rows.map(({ id }, rank) => [id, rank]))
  return new Map(
    conversations.map((space) => {
      const ranked = [...new Set(space.memberIds)].flatMap((id) => ranks.get(id) ?? []).sort((a, b) => a - b)
      return [space.id, conversationName(ranked.map((rank) => found.rows[rank]?.name ?? ''))]
    }),
  )
}
