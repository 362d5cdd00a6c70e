// What an export of the library holds: answered questions, read in small lots.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import { lineOf } from '../question-line.ts'
import type { Filter } from './find-shelved.ts'

/** So many answers are exported at once. */
export const EXPORTED_MAX = 10_000
const LOT = 200

/** Whose sight an export has: somebody's, or nobody's, which is open spaces alone. */
export type Sight = { viewerId: PersonId } | 'open'

export type Exported = {
  postId: PostId
  line: string
  body: string
  space: string
  topics: string[]
  askedOn: string
  answeredOn: string
  answeredBy: string
  owner: string | null
  reviewOn: string | null
  answer: string
}

type Asked = { db: Db; sight: Sight; filter: Filter }

/** The latest first; one more than may be exported, so that one can tell that there are too many. */
export async function findExported({ db, sight, filter }: Asked): Promise<PostId[]> {
  const { spaceId, topic, answeredBy } = filter
  const found = await sql<{ postId: PostId }>`
    select s.post_id as "postId" from answers.shelved s
    where s.is_listed and s.answer_id is not null and ${isExported(sight, filter)}
      and ${spaceId === undefined ? sql`true` : sql`s.space_id = ${spaceId}`}
      and ${answeredBy === undefined ? sql`true` : sql`s.answered_by = ${answeredBy}`}
      and ${topic === undefined ? sql`true` : namesTopic(topic)}
    order by s.answered_at desc, s.post_id desc limit ${EXPORTED_MAX + 1}`.execute(db)
  return found.rows.map(({ postId }) => postId)
}

/** A private space is exported only to whoever chose it: nobody takes it along without meaning to. */
function isExported(sight: Sight, { spaceId }: Filter): RawBuilder<unknown> {
  if (sight === 'open' || spaceId !== undefined) return isSeen(sight)
  return sql`${isSeen(sight)} and (spaces.known_ref(s.space_id, ${sight.viewerId})).visibility <> 'private'`
}

function isSeen(sight: Sight): RawBuilder<unknown> {
  return sight === 'open'
    ? sql`exists (select from spaces.open_space o where o.space_id = s.space_id)`
    : sql`exists (select from spaces.visible_space(${sight.viewerId}) v where v.space_id = s.space_id)`
}

function namesTopic(topic: string): RawBuilder<unknown> {
  return sql`s.post_id in (
    select t.post_id from spaces.topic_family(${topic.replace(/^#/, '').toLowerCase()}) word
    join spaces.topic_of_thread t on t.topic = word.topic)`
}

/** What was deleted meanwhile is left out. */
export async function* readExported(
  { db, sight }: Pick<Asked, 'db' | 'sight'>,
  postIds: readonly PostId[],
): AsyncIterable<Exported> {
  for (let from = 0; from < postIds.length; from += LOT) {
    const found = await sql<Exported>`
      select p.post_id as "postId", ${lineOf} as line, p.body, ${spaceName(sight)} as space,
        array(select t.topic from spaces.topic_of_thread t where t.post_id = p.post_id order by t.topic) as topics,
        ${dayOf(sql`s.asked_at`)} as "askedOn", ${dayOf(sql`s.answered_at`)} as "answeredOn",
        author.ref ->> 'name' as "answeredBy", owner.ref ->> 'name' as owner, s.review_on::text as "reviewOn",
        words.body as answer
      from unnest(${postIds.slice(from, from + LOT)}::uuid[]) with ordinality wanted (post_id, place)
      join answers.shelved s on s.post_id = wanted.post_id and s.is_listed
      join spaces.question_post p on p.post_id = s.post_id
      join spaces.said words on words.said_id = s.answer_id and words.deleted_at is null
      join people.person_card author on author.id = s.answered_by
      left join answers.question q on q.post_id = s.post_id
      left join people.person_card owner on owner.id = q.owner_id
      where ${isSeen(sight)}
      order by wanted.place`.execute(db)
    yield* found.rows
  }
}

function spaceName(sight: Sight): RawBuilder<unknown> {
  return sight === 'open'
    ? sql`(select o.name from spaces.open_space o where o.space_id = p.space_id)`
    : sql`(spaces.known_ref(p.space_id, ${sight.viewerId})).name`
}

function dayOf(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`
}
