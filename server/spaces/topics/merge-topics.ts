import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { topics } from '#contract/topics'
import { atomically, type Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal, refuseIf } from '#platform/refusal'
import { type PlannedMerge, whyNotMerge, whyNotMergeAtAll } from './merging.ts'
import { askedTopic } from './topic-names.ts'

/** Lets a topic lead to another. Nothing is rewritten, so that it can be taken back without a trace. */
export async function mergeTopics(given: Ctx, input: InputOf<typeof topics.mergeTopics>): Promise<Done> {
  refuseIf(whyNotMergeAtAll(given.viewer))
  const topic = askedTopic(input.topic)
  const into = askedTopic(input.into)
  return atomically(given, async ({ db, viewer, now }) => {
    await lockMerges(db)
    const merge = await planMerge(db, { topic, into })
    refuseIf(whyNotMerge(merge))
    await sql`update spaces.topic_alias set root = ${merge.rootOfInto} where root = ${topic}`.execute(db)
    await sql`
      insert into spaces.topic_alias (alias, target, root, by_id, at)
      values (${topic}, ${into}, ${merge.rootOfInto}, ${viewer.personId}, ${now})`.execute(db)
    return { done: true }
  })
}

/** Takes a merge back. What was merged into the topic before and since leads to it again. */
export async function unmergeTopic(given: Ctx, input: InputOf<typeof topics.unmergeTopic>): Promise<Done> {
  refuseIf(whyNotMergeAtAll(given.viewer))
  const topic = askedTopic(input.topic)
  return atomically(given, async ({ db }) => {
    await lockMerges(db)
    const taken = await sql`delete from spaces.topic_alias where alias = ${topic} returning alias`.execute(db)
    if (taken.rows.length === 0) {
      throw refusal('not-found', 'not-merged', '#{topic} is not merged into anything.', { topic })
    }
    await sql`
      with recursive below (alias) as (
        select a.alias from spaces.topic_alias a where a.target = ${topic}
        union
        select a.alias from below b join spaces.topic_alias a on a.target = b.alias
      )
      update spaces.topic_alias a set root = ${topic} from below where a.alias = below.alias`.execute(db)
    return { done: true }
  })
}

/** The lock comes before the read: two merges at once could close a circle that neither of them saw. */
async function lockMerges(db: Db): Promise<void> {
  await sql`lock table spaces.topic_alias in share row exclusive mode`.execute(db)
}

async function planMerge(
  db: Db,
  { topic, into }: Pick<PlannedMerge, 'topic' | 'into'>,
): Promise<PlannedMerge> {
  const found = await sql<Omit<PlannedMerge, 'topic' | 'into'>>`
    select spaces.topic_root(${topic}) as "rootOfTopic", spaces.topic_root(${into}) as "rootOfInto",
      (select count(*)::int + 1 from spaces.topic_alias a where a.root in (${topic}, spaces.topic_root(${into})))
        as "aliasCount"`.execute(db)
  return { topic, into, ...(found.rows[0] ?? { rootOfTopic: topic, rootOfInto: into, aliasCount: 1 }) }
}
