// Words for those who listen. Most see the same, so that is looked up once, as somebody would see it who has no part in
// it; who wrote the words, keeps the space, reacted or saved has them looked up as they are for them.
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
    with asked as (
      select * from unnest(
        ${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ said }) => said.saidId)}::uuid[],
        ${asked.map(({ said }) => said.postId)}::uuid[], ${asked.map(({ said }) => said.spaceId)}::uuid[]
      ) as asked (person_id, said_id, post_id, space_id)
    ),
    seen as materialized (
      select asked.said_id, asked.post_id, viewer.id as viewer_id, array_agg(asked.person_id) as person_ids
      from asked
      cross join lateral (select case when ${hasPart} then asked.person_id else ${NOBODY} end as id) viewer
      where ${isVisible(sql`asked.space_id`, sql`asked.person_id`)}
      group by asked.said_id, asked.post_id, viewer.id
    )
    select seen.said_id as "saidId", seen.person_ids::text[] as "personIds", to_json(words)::text as json,
      words.reactions::text, (select t.reply_count from spaces.thread t where t.post_id = seen.post_id) as "replyCount"
    from seen
    cross join lateral (select ${columns} from ${from} where w.id = seen.said_id) words`.execute(db)
  return found.rows
}

/** Whether one of those asking would find these words otherwise than others do. */
const hasPart = sql`
  exists (select from spaces.said w where w.said_id = asked.said_id and w.author_id = asked.person_id)
  or exists (select from spaces.membership m
    where m.space_id = asked.space_id and m.person_id = asked.person_id and m.is_keeper)
  or exists (select from spaces.reaction r where r.said_id = asked.said_id and r.person_id = asked.person_id)
  or exists (select from spaces.saved s where s.said_id = asked.said_id and s.person_id = asked.person_id)`
