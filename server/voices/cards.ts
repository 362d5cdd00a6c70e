// Voices outside the reader's line that the reader has not heard: this room's offer to the brief.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import { CANDIDATES_PER_SOURCE_MAX, type CardQuestion, type CardSource } from '#platform/cards'

const RECENT_DAYS = 30
/** How many of the newest visible posts are looked at. */
const POSTS_SCANNED = 600
/** Nearer than this is the reader's own line: reports, their reports, peers. */
const OUTSIDE_STEPS_MIN = 3

type Row = {
  postId: PostId
  authorId: PersonId
  at: Temporal.Instant
  title: string | null
  body: string
  agreeCount: number
  distance: number | null
}

export const voicesCards: CardSource = async ({ db, readerId, at }: CardQuestion) => {
  const found = await sql<Row>`
    with recent as materialized (
      select r.post_id, r.author_id, r.at, r.title, r.body, r.agree_count
      from spaces.recent_post(${readerId}, ${at.subtract({ hours: 24 * RECENT_DAYS })}, ${at}, ${POSTS_SCANNED}) r
      where length(r.body) > 0
    ),
    author as materialized (select array_agg(distinct author_id) as ids from recent),
    unheard as materialized (
      select c.person_id from author, people.colleagues_of(${readerId}, author.ids) c
      where c.person_id not in (select h.author_id from author a, voices.heard(${readerId}, a.ids, ${at}) h)
        and c.person_id not in (
          select t.person_id from spaces.turned_to(${readerId}, ${at.subtract({ hours: 24 * 365 })}, ${at}) t)
        and c.person_id not in (select n.person_id from people.near(${readerId}, ${OUTSIDE_STEPS_MIN - 1}) n)
    ),
    -- As an array: PostgreSQL takes the unheard for few, and as a join would go through them for every post.
    chosen as materialized (
      select r.* from recent r where r.author_id = any (array(select person_id from unheard))
      order by r.agree_count desc, r.at desc, r.post_id
      limit ${CANDIDATES_PER_SOURCE_MAX}
    )
    select r.post_id as "postId", r.author_id as "authorId", r.at, r.title, r.body, r.agree_count as "agreeCount",
      d.distance
    from chosen r
    left join people.distances(${readerId}, array(select author_id from chosen)) d on d.person_id = r.author_id
    order by r.agree_count desc, r.at desc, r.post_id`.execute(db)
  return found.rows.map((row) => ({
    key: `unheard:${row.postId}`,
    kind: 'unheard',
    postId: row.postId,
    replyId: undefined,
    saidId: row.postId as string as SaidId,
    authorId: row.authorId,
    at: row.at,
    title: row.title ?? undefined,
    body: row.body,
    prompt: undefined,
    actions: ['answer', 'ask-more', 'route', 'thank', 'save', 'later', 'not-for-me'],
    facts: {
      neverHeard: true,
      waiting: row.agreeCount,
      ...(row.distance === null ? {} : { distance: row.distance }),
    },
  }))
}
