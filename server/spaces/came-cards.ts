// What came of what the reader said: who answered or reacted since they last looked.
import { sql } from 'kysely'
import type { CameOfIt, CardSource } from '#platform/cards'
import { type SaidRow, stood, wordingAt, wordsOf } from './card-queries.ts'
import { seenUntil } from './newness.ts'
import { isHeard, isVisible } from './visibility.ts'

const SAID_DAYS = 14
/** So many of the reader's newest posts, and of each the newest replies and reactions, are looked at. */
const POSTS_MAX = 20
const ANSWERS_MAX = 300
/** One person who answers is a conversation; what many say is what came of it. */
const PEOPLE_MIN = 2

type CameRow = SaidRow & Omit<CameOfIt, 'wasQuestion'> & { kind: string; lookedAt: string }

export const cameCards: CardSource = async ({ db, readerId, at }) => {
  const found = await sql<CameRow>`
    select p.id as "saidId", p.id as "postId", null as "replyId", p.author_id as "authorId", p.kind,
      p.created_at as at, ${wordingAt(at)}, floor(extract(epoch from looked.at))::text as "lookedAt", came.*
    from (
      select * from spaces.post
      where author_id = ${readerId} and created_at > ${at.subtract({ hours: 24 * SAID_DAYS })} and created_at <= ${at}
        and deleted_at is null
      order by created_at desc limit ${POSTS_MAX}
    ) p
    join spaces.thread t on t.post_id = p.id
    cross join lateral (select p.id as said_id, p.body, p.edited_at) w
    cross join lateral ${seenUntil(readerId)} seen
    -- What was looked at after the instant asked for was not looked at yet.
    cross join lateral (
      select coalesce(case when seen.at <= ${at} then seen.at end, p.created_at) as at
    ) looked
    cross join lateral (
      select count(distinct a.person_id)::int as people,
        count(distinct a.person_id) filter (where a.kind = 'agree')::int as agree,
        count(distinct a.person_id) filter (where a.kind = 'thank')::int as thank,
        count(distinct a.person_id) filter (where a.kind = 'curious')::int as curious,
        count(distinct a.person_id) filter (where a.kind = 'concerned')::int as concerned
      from (
        (select r.author_id as person_id, null as kind from spaces.reply r
          where r.post_id = p.id and r.created_at > looked.at and r.created_at <= ${at} and ${stood(sql`r.deleted_at`, at)}
          order by r.created_at desc limit ${ANSWERS_MAX})
        union all
        (select k.person_id, k.kind from spaces.reaction k
          where k.said_id = p.id and k.at > looked.at and k.at <= ${at} limit ${ANSWERS_MAX})
      ) a
      where a.person_id <> ${readerId} and ${isHeard(sql`a.person_id`, readerId)}
    ) came
    where came.people >= ${PEOPLE_MIN} and ${isVisible(sql`p.space_id`, readerId)}`.execute(db)
  return found.rows.map(({ kind, lookedAt, people, agree, thank, curious, concerned, ...row }) => ({
    // One card for each look of the reader, and another only once twice as many people have answered.
    key: `came:${row.postId}:${lookedAt}:${Math.floor(Math.log2(people))}`,
    kind: 'reactions',
    ...wordsOf(row),
    actions: ['answer', 'later'],
    facts: { came: { people, agree, thank, curious, concerned, wasQuestion: kind === 'question' } },
  }))
}
