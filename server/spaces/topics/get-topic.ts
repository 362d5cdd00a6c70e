import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Topic, topics } from '#contract/topics'
import { type Ctx, isGuest } from '#platform/ctx'
import { spaceRef } from '../json-parts.ts'
import { mayMerge } from './merging.ts'
import { findNamedTopic, isSeenIn, type NamedTopic } from './topic-names.ts'

/** So many threads of each word are looked at, the newest first. */
const COUNTED_MAX = 1000
const SPACES_MAX = 8
const RELATED_MAX = 8
const FOLLOWERS_SHOWN = 12

/** Who follows a topic of which one sees nothing would tell that there is something, so nobody is named there. */
export async function getTopic(ctx: Ctx, input: InputOf<typeof topics.getTopic>): Promise<Topic> {
  const named = await findNamedTopic(ctx, input.topic)
  const isTold = named.words.length > 0 && !isGuest(ctx.viewer)
  return {
    topic: named.topic,
    ...(await findUse(ctx, named)),
    ...(await findFollowers(ctx, named, isTold ? FOLLOWERS_SHOWN : 0)),
    aliases: named.words.filter((word) => word !== named.topic),
    may: { merge: mayMerge(ctx.viewer) },
  }
}

type Use = Pick<Topic, 'postCount' | 'spaces' | 'related'>

async function findUse(ctx: Ctx, { words }: NamedTopic): Promise<Use> {
  if (words.length === 0) return { postCount: 0, spaces: [], related: [] }
  const found = await sql<Use>`
    with named as materialized (
      select distinct t.post_id, t.space_id
      from unnest(${words}::text[]) word (topic) cross join lateral (
        select t.post_id, t.space_id from spaces.topic_thread t
        where t.topic = word.topic and ${isSeenIn(ctx)}
        order by t.last_at desc, t.post_id desc limit ${COUNTED_MAX}
      ) t
    )
    select (select least(count(*), ${COUNTED_MAX})::int from named) as "postCount",
      coalesce((select json_agg(used) from (
        select row_to_json(${spaceRef}) as space, counted.count as "postCount"
        from (
          select n.space_id, least(count(*), ${COUNTED_MAX}) as count from named n
          group by n.space_id order by 2 desc, 1 limit ${SPACES_MAX}
        ) counted join spaces.space s on s.id = counted.space_id
        order by counted.count desc, lower(s.name), s.id
      ) used), '[]') as spaces,
      coalesce((select json_agg(beside) from (
        select spaces.topic_root(t.topic) as topic, least(count(distinct t.post_id), ${COUNTED_MAX}) as "postCount"
        from named n join spaces.topic_thread t on t.post_id = n.post_id
        where t.topic <> all (${words}::text[])
        group by 1 order by 2 desc, 1 limit ${RELATED_MAX}
      ) beside), '[]') as related`.execute(ctx.db)
  return found.rows[0] ?? { postCount: 0, spaces: [], related: [] }
}

type Followers = Pick<Topic, 'followers' | 'followerCount' | 'youFollow'>

/** @param shown how many are named at most; with none, they are not counted either */
async function findFollowers(ctx: Ctx, { topic }: NamedTopic, shown: number): Promise<Followers> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Followers>`
    with follower as materialized (
      select distinct f.person_id from spaces.topic_family(${topic}) word
      join spaces.topic_follow f on f.topic = word.topic
      join people.person_card card on card.id = f.person_id and card.is_active
    )
    select
      case when ${shown}::int > 0 then (select count(*) from follower) else 0 end::int as "followerCount",
      exists (select from follower where person_id = ${viewerId}) as "youFollow",
      coalesce((select json_agg(named.ref) from (
        select card.ref from follower join people.person_card card on card.id = follower.person_id
        order by lower(card.ref ->> 'name'), card.id limit ${shown}::int
      ) named), '[]') as followers`.execute(ctx.db)
  return found.rows[0] ?? { followers: [], followerCount: 0, youFollow: false }
}
