import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { topics } from '#contract/topics'
import type { Ctx } from '#platform/ctx'
import { FOLLOWED_TOPICS_MAX } from './follow-topic.ts'

type Reply = ReplyOf<typeof topics.listTopics>

const LATELY_DAYS = 30
/** So many of the newest uses are looked at. */
const USES_MAX = 20_000
const COUNTED_MAX = 1000
const LATELY_SHOWN = 30

export async function listTopics(ctx: Ctx, _input: InputOf<typeof topics.listTopics>): Promise<Reply> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Reply>`
    with visible as materialized (select v.space_id from spaces.visible_space(${viewerId}) v),
    used as materialized (
      select u.topic, count(*) as count
      from (
        select u.topic from spaces.topic_use u
        where u.at > ${ctx.now.subtract({ hours: 24 * LATELY_DAYS })} and u.space_id in (select space_id from visible)
        order by u.at desc limit ${USES_MAX}
      ) u
      group by u.topic
    )
    select
      array(
        select distinct spaces.topic_for(${viewerId}, f.topic) from spaces.topic_follow f
        where f.person_id = ${viewerId} order by 1 limit ${FOLLOWED_TOPICS_MAX}
      ) as followed,
      coalesce((select json_agg(most) from (
        select spaces.topic_root(used.topic) as topic, least(sum(used.count), ${COUNTED_MAX})::int as "saidCount"
        from used group by 1 order by sum(used.count) desc, 1 limit ${LATELY_SHOWN}
      ) most), '[]') as lately`.execute(ctx.db)
  return found.rows[0] ?? { followed: [], lately: [] }
}
