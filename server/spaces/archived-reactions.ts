// Reactions and pins out of archives, on words that are there.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { ReactionKind } from '#contract/said'
import type { Db } from '#platform/db'
import { PINNED_MAX } from './pins.ts'

export type ArchivedReactionRow = {
  saidId: SaidId
  kind: ReactionKind
  personId: PersonId
  at: Temporal.Instant
}
export type GivenReaction = Omit<ArchivedReactionRow, 'at'>

/** Adds those that are not there yet; what was deleted gains none. @returns those that were added */
export async function addArchivedReactions(
  db: Db,
  rows: readonly ArchivedReactionRow[],
): Promise<GivenReaction[]> {
  if (rows.length === 0) return []
  const added = await sql<GivenReaction>`
    insert into spaces.reaction (said_id, kind, person_id, post_id, at)
    select w.said_id, given.kind, given."personId", w.post_id, given.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given ("saidId" uuid, kind text, "personId" uuid, at timestamptz)
    join spaces.said w on w.said_id = given."saidId" and w.deleted_at is null
    on conflict do nothing returning said_id as "saidId", kind, person_id as "personId"`.execute(db)
  return added.rows
}

/** Pins posts as far as their spaces have room for more, the newest first. @returns those that are pinned now */
export async function pinArchivedPosts(db: Db, ids: readonly PostId[]): Promise<Set<PostId>> {
  if (ids.length === 0) return new Set()
  const pinned = await sql<{ id: PostId }>`
    with wanted as (
      select p.id, p.created_at, p.author_id,
        row_number() over (partition by p.space_id order by p.created_at desc, p.id desc) + (
          select count(*) from spaces.thread other
          where other.space_id = p.space_id and other.pinned_at is not null) as place
      from spaces.post p where p.id = any (${ids}::uuid[])
    )
    update spaces.thread t set pinned_at = wanted.created_at, pinned_by = wanted.author_id
    from wanted
    where t.post_id = wanted.id and wanted.place <= ${PINNED_MAX} and t.pinned_at is null
    returning t.post_id as id`.execute(db)
  return new Set(pinned.rows.map((row) => row.id))
}
