// Threads that moved, for those who look at their space or at home, where only those that they follow stand.
import { sql } from 'kysely'
import type { PersonId, PersonRef, PostId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { isVisible } from './visibility.ts'

type Asked = { personId: PersonId; postId: PostId; spaceId: SpaceId; isHome: boolean }

export type Move = {
  postId: PostId
  isHome: boolean
  personIds: PersonId[]
  at: string
  replyCount: number
  lastAuthor: PersonRef | null
}

/** What lists show of threads as they stand now, and those among the asking to whom each is told. */
export async function loadMoves(db: Db, asked: readonly Asked[]): Promise<Move[]> {
  if (asked.length === 0) return []
  const found = await sql<{ move: Move }>`
    with asked as (
      select * from unnest(
        ${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ postId }) => postId)}::uuid[],
        ${asked.map(({ spaceId }) => spaceId)}::uuid[], ${asked.map(({ isHome }) => isHome)}::boolean[]
      ) as asked (person_id, post_id, space_id, is_home)
    ),
    told as (
      select asked.post_id, asked.is_home, array_agg(asked.person_id) as person_ids
      from asked
      join spaces.thread t on t.post_id = asked.post_id
      where ${isVisible(sql`asked.space_id`, sql`asked.person_id`)}
        and (not asked.is_home or exists (
          select from spaces.follow f where f.person_id = asked.person_id
            and ((f.what = 'space' and f.target_id = t.space_id) or (f.what = 'person' and f.target_id = t.author_id)
              or (f.what = 'thread' and f.target_id = t.post_id))
        ) and not exists (
          select from spaces.silenced q where q.person_id = asked.person_id and q.author_id = t.author_id
        ))
      group by asked.post_id, asked.is_home
    )
    select to_json(move) as move
    from (
      select told.post_id as "postId", told.is_home as "isHome", told.person_ids as "personIds", t.last_at as at,
        t.reply_count as "replyCount", last_author.ref as "lastAuthor"
      from told
      join spaces.thread t on t.post_id = told.post_id
      left join people.person_card last_author on last_author.id = t.last_author_id
    ) move`.execute(db)
  return found.rows.map(({ move }) => move)
}
