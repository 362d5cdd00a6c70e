// Where topics are named: kept with every wording that is written, changed or deleted.
import { sql } from 'kysely'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'

export type TopicUse = {
  saidId: SaidId
  postId: PostId
  spaceId: SpaceId
  topics: readonly string[]
  at: Temporal.Instant
}

/** Notes the topics of something that was just said. */
export async function noteTopics(db: Db, uses: readonly TopicUse[]): Promise<void> {
  const rows = uses.flatMap(({ saidId, postId, spaceId, topics, at }) =>
    topics.map((topic) => ({ topic, saidId, postId, spaceId, at })),
  )
  if (rows.length === 0) return
  await sql`
    insert into spaces.topic_use (topic, said_id, post_id, space_id, at)
    select topic, "saidId", "postId", "spaceId", at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (topic text, "saidId" uuid, "postId" uuid, "spaceId" uuid, at timestamptz)
    on conflict do nothing`.execute(db)
}

/** Notes the topics that something has after its words changed; they keep the time at which it was said. */
export async function changeTopics(db: Db, use: Omit<TopicUse, 'at'>): Promise<void> {
  await sql`
    with gone as (
      delete from spaces.topic_use
      where said_id = ${use.saidId} and not topic = any (${use.topics}::text[])
    )
    insert into spaces.topic_use (topic, said_id, post_id, space_id, at)
    select named.topic, ${use.saidId}, ${use.postId}, ${use.spaceId}, w.created_at
    from unnest(${use.topics}::text[]) as named (topic), spaces.said w
    where w.said_id = ${use.saidId}
    on conflict do nothing`.execute(db)
}
