// Posts that may be worth a reader's time, with what this room knows of each: one statement for all of them.
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { PostCard } from '#contract/said'
import type { CardQuestion } from '#platform/cards'
import type { Db } from '#platform/db'
import { listOfPostCards } from './post-cards.ts'
import { isHeard, isVisible } from './visibility.ts'

/** What one asks of nobody is gone from the list after two weeks; the formula has faded it long before. */
const RECENT_DAYS = 14
/** Older requests have been overtaken by events or by another reminder. */
const ASKED_DAYS = 45
const RECENT_MAX = 200
const ASKED_MAX = 60
/** So many of the newest replies of a thread tell who takes part in it. */
const REPLIES_LOOKED_AT = 60

export type WorthPost = {
  postId: PostId
  spaceId: SpaceId
  authorId: PersonId
  /** When it was said, or when the reader was asked by name in it, if that was later. */
  at: Temporal.Instant
  title: string | null
  body: string
  asksMe: boolean
  /** Who replied, but for its author and the reader. */
  engagedIds: PersonId[]
  /** Why it comes to the reader's home; null where it does not. */
  followed: { what: 'space' | 'person' | 'thread' | 'topic'; name: string } | null
  topics: string[]
}

/**
 * The newest posts that the reader may see and has not opened, and those in which they are asked by name and have not
 * answered; nothing of their own, nothing of people they do not want to hear of.
 */
export async function findWorthPosts({ db, readerId, at }: CardQuestion): Promise<WorthPost[]> {
  const found = await sql<WorthPost>`
    with asked as materialized (
      select m.post_id, max(m.at) as at
      from (
        select m.post_id, m.said_id, m.author_id, m.at from spaces.mention m
        where m.person_id = ${readerId} and m.author_id <> ${readerId} and m.at <= ${at}
          and m.at > ${at.subtract({ hours: 24 * ASKED_DAYS })} and ${isHeard(sql`m.author_id`, readerId)}
        order by m.at desc limit ${ASKED_MAX}
      ) m
      where exists (select from spaces.said w where w.said_id = m.said_id and w.deleted_at is null)
        and not exists (
          select from spaces.reply r
          where r.post_id = m.post_id and r.author_id = ${readerId} and r.created_at > m.at and r.deleted_at is null)
      group by m.post_id
    ),
    recent as materialized (
      select p.id from spaces.post p
      where p.created_at <= ${at} and p.created_at > ${at.subtract({ hours: 24 * RECENT_DAYS })}
        and p.deleted_at is null and p.author_id <> ${readerId}
        and ${isVisible(sql`p.space_id`, readerId)} and ${isHeard(sql`p.author_id`, readerId)}
        and not exists (
          select from spaces.seen opened where opened.person_id = ${readerId} and opened.target_id = p.id)
      order by p.created_at desc, p.id desc limit ${RECENT_MAX}
    )
    select p.id as "postId", p.space_id as "spaceId", p.author_id as "authorId",
      greatest(p.created_at, asked.at) as at, p.title, p.body, asked.post_id is not null as "asksMe",
      array(
        select distinct r.author_id from (
          select r.author_id from spaces.reply r
          where r.post_id = p.id and r.created_at <= ${at} and r.deleted_at is null
          order by r.created_at desc limit ${REPLIES_LOOKED_AT}
        ) r
        where r.author_id not in (p.author_id, ${readerId})
      ) as "engagedIds",
      coalesce(
        (select json_build_object('what', f.what, 'name', case f.what
            when 'space' then s.name when 'person' then author.ref ->> 'name' else '' end)
          from spaces.follow f
          where f.person_id = ${readerId} and (f.what, f.target_id) in (
            ('thread', p.id), ('person', p.author_id), ('space', p.space_id))
          order by array_position(array['thread', 'person', 'space'], f.what) limit 1),
        (select json_build_object('what', 'topic', 'name', spaces.topic_root(t.topic))
          from spaces.topic_thread t
          where t.post_id = p.id and exists (
            select from spaces.topic_follow f, spaces.topic_family(f.topic) word
            where f.person_id = ${readerId} and word.topic = t.topic)
          order by t.topic limit 1)
      ) as followed,
      array(select distinct spaces.topic_root(t.topic) from spaces.topic_thread t where t.post_id = p.id) as topics
    from (select id from recent union select post_id from asked) one
    join spaces.post p on p.id = one.id
    join spaces.space s on s.id = p.space_id
    join people.person_card author on author.id = p.author_id
    left join asked on asked.post_id = p.id
    where p.deleted_at is null and ${isVisible(sql`p.space_id`, readerId)} and ${isHeard(sql`p.author_id`, readerId)}
    order by p.id`.execute(db)
  return found.rows
}

const cardsOfPosts = listOfPostCards<{ postIds: PostId[] }>(
  ({ places }) => sql`
    select p.id as post_id, p.created_at as at from spaces.post p
    where p.id = any (${places.postIds}::uuid[]) and ${isVisible(sql`p.space_id`, places.viewerId)}
    order by p.created_at desc, p.id desc limit ${places.limit}::int`,
)

/** The cards of many posts by id; what the viewer may not see is left out. */
export async function readPostCards(
  db: Db,
  viewerId: PersonId,
  postIds: readonly PostId[],
): Promise<Map<PostId, PostCard>> {
  const { json } = await cardsOfPosts(db, { limit: postIds.length }, { viewerId, postIds: [...postIds] })
  const { items } = JSON.parse(json) as { items: PostCard[] }
  return new Map(items.map((card) => [card.id, card]))
}
