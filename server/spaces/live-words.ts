// Words for those who listen. Most see the same, so that is looked up once, as somebody would see it who has no part in
// it; who wrote the words, keeps the space, reacted, saved or voted has them looked up as they are for them.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { fromPost, fromReply, postColumns, replyColumns } from './reply.ts'
import { isVisible } from './visibility.ts'

type Asked = { personId: PersonId; said: { saidId: SaidId; postId: PostId; spaceId: SpaceId } }

export type LoadedWords = {
  saidId: SaidId
  /** Those among the asking who may see this and see it so. */
  personIds: PersonId[]
  /** The post or the reply. */
  json: string
  reactions: string
  replyCount: number
}

const NOBODY = sql`'00000000-0000-0000-0000-000000000000'::uuid`
const viewer = sql`seen.viewer_id`

export async function loadReplies(db: Db, asked: readonly Asked[]): Promise<LoadedWords[]> {
  return load(db, { asked, columns: replyColumns(viewer), from: fromReply(viewer) })
}

export async function loadPosts(db: Db, asked: readonly Asked[]): Promise<LoadedWords[]> {
  return load(db, { asked, columns: postColumns(viewer), from: fromPost(viewer) })
}

type Wanted = { asked: readonly Asked[]; columns: RawBuilder<unknown>; from: RawBuilder<unknown> }

async function load(db: Db, { asked, columns, from }: Wanted): Promise<LoadedWords[]> {
  if (asked.length === 0) return []
  const found = await sql<LoadedWords>`
    with asked as materialized (
      select * from unnest(
        ${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ said }) => said.saidId)}::uuid[],
        ${asked.map(({ said }) => said.postId)}::uuid[], ${asked.map(({ said }) => said.spaceId)}::uuid[]
      ) as asked (person_id, said_id, post_id, space_id)
    ),
    -- From the words to those who have a part in them, which is few; not from each listener to the words.
    part as materialized (
      select said.said_id, who.person_id
      from (select distinct said_id, space_id from asked) said
      cross join lateral (${whoHasPart}) who (person_id)
    ),
    seen as materialized (
      select asked.said_id, asked.post_id, coalesce(part.person_id, ${NOBODY}) as viewer_id,
        array_agg(asked.person_id) as person_ids
      from asked
      left join part on part.said_id = asked.said_id and part.person_id = asked.person_id
      where ${isVisible(sql`asked.space_id`, sql`asked.person_id`)}
      group by asked.said_id, asked.post_id, 3
    )
    select seen.said_id as "saidId", seen.person_ids::text[] as "personIds", to_json(words)::text as json,
      words.reactions::text, (select t.reply_count from spaces.thread t where t.post_id = seen.post_id) as "replyCount"
    from seen
    cross join lateral (select ${columns} from ${from} where w.id = seen.said_id) words`.execute(db)
  return found.rows
}

/** Those to whom words look otherwise than to others; `said` names the words and their space. Each is found once. */
const whoHasPart = sql`
  select w.author_id from spaces.said w where w.said_id = said.said_id
  union select m.person_id from spaces.membership m where m.space_id = said.space_id and m.is_keeper
  union select r.person_id from spaces.reaction r where r.said_id = said.said_id
  union select s.person_id from spaces.saved s where s.said_id = said.said_id
  union select v.person_id from spaces.poll_vote v where v.post_id = said.said_id`
