import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { topics } from '#contract/topics'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { listOfPostCards, newestThreads } from '../post-cards.ts'
import { isHeard, isVisible } from '../visibility.ts'
import { findNamedTopic } from './topic-names.ts'

/** Each word of the topic gives its newest few; a thread that has two of the words stands there once. */
const postsOf = listOfPostCards<{ words: string[] }>((parts) => {
  const { viewerId, words, limit } = parts.places
  const ofWord = sql<boolean>`t.topic = word.topic and ${isVisible(sql`t.space_id`, viewerId)}
    and ${isHeard(sql`t.author_id`, viewerId)}`
  return sql`
    select distinct t.post_id, t.at
    from unnest(${words}::text[]) word (topic)
    cross join lateral (${newestThreads(parts, ofWord, sql`spaces.topic_thread`)}) t
    order by t.at desc, t.post_id desc limit ${limit}::int + 1`
})

export async function listPostsOfTopic(
  ctx: Ctx,
  page: InputOf<typeof topics.listPostsOfTopic>,
): Promise<RawJson> {
  const { words } = await findNamedTopic(ctx, page.topic)
  return postsOf(ctx.db, page, { words, viewerId: ctx.viewer.personId })
}
