// What batches and a brief that goes out by itself owe each other: neither tells again what the other has told.
import { sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { readPreference } from './preference.ts'
import { type PushWords, putPushes } from './push-queue.ts'
import { readPast } from './read-waiting.ts'
import { isSameDay } from './rhythm.ts'

/** The threads of which batches told somebody after an instant. */
export async function threadsToldSince(
  db: Db,
  personId: PersonId,
  since: Temporal.Instant,
): Promise<Set<PostId>> {
  const found = await sql<{ postId: PostId }>`
    select distinct i.post_id as "postId"
    from notices.batch b join notices.batch_item i on i.batch_id = b.id
    where b.person_id = ${personId} and b.at > ${since} and b.kind <> 'brief'`.execute(db)
  return new Set(found.rows.map(({ postId }) => postId))
}

type BriefOut = {
  personId: PersonId
  postIds: readonly PostId[]
  channel: 'mail' | 'push'
  now: Temporal.Instant
}

/** Notes the threads that a brief carried, as they stand now: no batch tells of them until something more is said. */
export async function noteBriefSent(db: Db, { personId, postIds, channel, now }: BriefOut): Promise<string> {
  const id = newId<string>(now)
  await sql`
    insert into notices.batch (id, person_id, kind, channel, slot_at, at)
    values (${id}, ${personId}, 'brief', ${channel}, ${now}, ${now})`.execute(db)
  await sql`
    insert into notices.batch_item (batch_id, person_id, post_id, until_at)
    select ${id}, ${personId}, post_id, ${now}::timestamptz
    from unnest(${[...new Set(postIds)]}::uuid[]) as carried (post_id)`.execute(db)
  return id
}

type Hint = { personId: PersonId; words: Omit<PushWords, 'tag'>; now: Temporal.Instant }

/** Puts a push about a brief into the queue. @returns whether one goes: no second push a day does */
export async function pushBrief(db: Db, { personId, words, now }: Hint): Promise<boolean> {
  const preference = await readPreference(db, personId)
  if (preference === undefined || !preference.reach.hasPush) return false
  const { lastPushAt } = await readPast(db, personId)
  if (lastPushAt !== undefined && isSameDay(lastPushAt, now, preference.timeZone)) return false
  const batchId = await noteBriefSent(db, { personId, postIds: [], channel: 'push', now })
  await putPushes(db, { batchId, personId, words: { ...words, tag: batchId }, isUrgent: false, now })
  return true
}
