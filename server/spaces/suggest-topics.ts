import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { search, TopicCount } from '#contract/search'
import type { Ctx } from '#platform/ctx'
import { beginsWith } from './search-words.ts'
import { topicName } from './words.ts'

type Input = InputOf<typeof search.suggestTopics>

/** So many uses of topics that begin so are looked at, the newest first. */
const USES_MAX = 20_000
const COUNTED_MAX = 1000

/** Topics that begin with some letters, those most named among what the viewer may read first. */
export async function suggestTopics(
  ctx: Ctx,
  { text, limit }: Input,
): Promise<ReplyOf<typeof search.suggestTopics>> {
  const beginning = topicName(text.replace(/^#/, ''))
  const found = await sql<TopicCount>`
    with visible as materialized (select v.space_id from spaces.visible_space(${ctx.viewer.personId}) v)
    select spaces.topic_root(used.topic) as topic, least(sum(used.count), ${COUNTED_MAX})::int as "saidCount"
    from (
      select u.topic, count(*) as count from (
        select u.topic from spaces.topic_use u
        where ${beginsWith(sql`u.topic`, beginning)}
          and u.space_id in (select space_id from visible)
        limit ${USES_MAX}
      ) u group by u.topic
    ) used
    group by 1 order by sum(used.count) desc, 1 limit ${limit}`.execute(ctx.db)
  return { items: found.rows }
}
