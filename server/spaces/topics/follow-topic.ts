import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { topics } from '#contract/topics'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { askedTopic } from './topic-names.ts'

/** More would make one's home a list of everything; each costs a look in an index whenever it is read. */
export const FOLLOWED_TOPICS_MAX = 200

/** Any word can be followed: whether something is said of it where one may not read is not told by a refusal. */
export async function followTopic(ctx: Ctx, input: InputOf<typeof topics.followTopic>): Promise<Done> {
  const { personId } = ctx.viewer
  const followed = await sql<{ count: number }>`
    select count(*)::int as count from spaces.topic_follow where person_id = ${personId}`.execute(ctx.db)
  if ((followed.rows[0]?.count ?? 0) >= FOLLOWED_TOPICS_MAX) {
    throw refusal('too-many', 'too-many-topics', 'You follow {count} topics, which is the most.', {
      count: FOLLOWED_TOPICS_MAX,
    })
  }
  await sql`
    insert into spaces.topic_follow (person_id, topic, at)
    values (${personId}, ${askedTopic(input.topic)}, ${ctx.now}) on conflict do nothing`.execute(ctx.db)
  return { done: true }
}

/** Under whatever word one began to follow it. */
export async function unfollowTopic(ctx: Ctx, input: InputOf<typeof topics.unfollowTopic>): Promise<Done> {
  await sql`
    delete from spaces.topic_follow
    where person_id = ${ctx.viewer.personId}
      and topic in (select f.topic from spaces.topic_family(${askedTopic(input.topic)}) f)`.execute(ctx.db)
  return { done: true }
}
