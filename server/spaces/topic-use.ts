// Where topics are named: kept with every wording that is written, changed or deleted.
import { sql } from 'kysely'
import type { SaidId } from '#contract/ref'
import type { Db } from '#platform/db'

type TopicUse = { saidId: SaidId; topics: readonly string[] }

/** Notes the topics of words that are written; they are named at the time at which those were said. */
export async function noteTopics(db: Db, uses: readonly TopicUse[]): Promise<void> {
  const rows = uses.flatMap(({ saidId, topics }) => topics.map((topic) => ({ topic, saidId })))
  if (rows.length === 0) return
  await sql`
    insert into spaces.topic_use (topic, said_id, post_id, space_id, at)
    select named.topic, w.said_id, w.post_id, w.space_id, w.created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as named (topic text, "saidId" uuid)
    join spaces.said w on w.said_id = named."saidId"
    on conflict do nothing`.execute(db)
}

/** Notes the topics that something has after its words changed. */
export async function changeTopics(db: Db, { saidId, topics }: TopicUse): Promise<void> {
  await sql`
    delete from spaces.topic_use where said_id = ${saidId} and not topic = any (${topics}::text[])`.execute(
    db,
  )
  await noteTopics(db, [{ saidId, topics }])
}
