// The viewer's notices as they stand: who did what is looked up in the threads, as far as the viewer may still see it.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, PostId, SpaceRef } from '#contract/ref'
import type { Db } from '#platform/db'
import type { Deed } from './notice.ts'

/** Of each kind, so many deeds are looked up; a notice names one or two people and counts the others. */
const DEEDS_MAX = 200
const UNREAD = sql`(n.last_at > n.read_at and n.last_at > state.read_until)`
const A_MOMENT = sql`interval '1 microsecond'`

export type Row = {
  postId: PostId
  title: string | null
  authorId: PersonId
  space: SpaceRef
  at: Temporal.Instant
  isUnread: boolean
  isMuted: boolean
  isFollower: boolean
  deeds: Deed[]
}

type Wanted = {
  viewerId: PersonId
  before?: { at: string; id: string } | undefined
  limit: number
  /** Only those that are not read. */
  isUnread?: true
}

/** The newest notices in which something is left to tell of. */
export async function readNotices(db: Db, { viewerId, before, limit, isUnread }: Wanted): Promise<Row[]> {
  const earlier =
    before === undefined
      ? sql`true`
      : sql`(n.last_at, n.post_id) < (${before.at}::timestamptz, ${before.id}::uuid)`
  const found = await sql<Row>`
    select n.post_id as "postId", t.title, t.author_id as "authorId", to_json(t.space) as space, n.last_at as at,
      n.last_at > state.read_until as "isUnread", state.is_muted as "isMuted", t.you_follow as "isFollower", told.deeds
    from ${standing(viewerId)}
    cross join lateral (
      select json_agg(json_build_object('how', d.how, 'replyId', d.reply_id, 'byId', d.by_id, 'at', d.at, 'why', d.why)) as deeds
      from ${deeds(viewerId, DEEDS_MAX)}
    ) told
    where n.person_id = ${viewerId} and ${earlier} and told.deeds is not null and ${isUnread ? UNREAD : sql`true`}
    order by n.last_at desc, n.post_id desc limit ${limit}`.execute(db)
  return found.rows
}

/** The threads of unread notices, the newest first. */
export async function readUnread(
  db: Db,
  { viewerId, limit }: { viewerId: PersonId; limit: number },
): Promise<{ postId: PostId; at: Temporal.Instant }[]> {
  const found = await sql<{ postId: PostId; at: Temporal.Instant }>`
    select n.post_id as "postId", n.last_at as at
    from ${standing(viewerId)}
    where n.person_id = ${viewerId} and ${UNREAD}
      and exists (select from ${deeds(viewerId, 1)})
    order by n.last_at desc, n.post_id desc limit ${limit}`.execute(db)
  return found.rows
}

/** Notices `n` with their threads `t`, as far as the viewer may see them, and with what the viewer has read. */
function standing(viewerId: PersonId): RawBuilder<unknown> {
  return sql`
    notices.notice n
    cross join lateral spaces.thread_for(${viewerId}, n.post_id) t
    cross join lateral (
      select greatest(n.read_at, t.seen_at) as read_until,
        exists (
          select from notices.muted m where m.person_id = n.person_id and m.target_id in (n.post_id, (t.space).id)
        ) as is_muted
    ) state`
}

/** What an unread notice tells of is what came since it was read; a read one still shows what it told of. */
function deeds(viewerId: PersonId, most: number): RawBuilder<unknown> {
  const since = sql`case when n.last_at > state.read_until
    then greatest(n.first_at, state.read_until + ${A_MOMENT}) else n.first_at end`
  return sql`(
      select c.how, c.reply_id, c.by_id, c.at, null as why
      from spaces.concerns(${viewerId}, n.post_id, ${since}, n.last_at, n.tells_replies and not state.is_muted, ${most}) c
      union all
      select case n.tells_post when 'asked' then 'posted' else 'announced' end, null, t.author_id, w.created_at, null
      from spaces.said w
      where n.tells_post is not null and w.said_id = n.post_id and w.deleted_at is null
        and w.created_at between ${since} and n.last_at
      union all
      select told.how, null, told.by_id, told.at, told.why
      from notices.told
      where told.person_id = ${viewerId} and told.post_id = n.post_id and told.at between ${since} and n.last_at
    ) d
    where (not state.is_muted or d.how in ('mentioned', 'put'))
      and not exists (select from notices.muted m where m.person_id = ${viewerId} and m.target_id = d.by_id)
      and not exists (select from spaces.silenced q where q.person_id = ${viewerId} and q.author_id = d.by_id)`
}
