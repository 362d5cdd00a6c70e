// Tells many people of one post: those who asked to hear of every post in its space, and of an announcement all its
// members and followers. Some at a time, each time in a transaction of its own, so that nobody waits for it for long and
// whichever process ends, another goes on where it stopped.
import { sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import { tellPeople } from '#platform/live-people'
import { noteDue } from './due.ts'

const TOLD_TOGETHER_MAX = 250

/** Notes that a post is to be told of, where anybody asked for that; one insert is all that its writer waits for. */
export async function keepPosted(db: Db, postId: string): Promise<void> {
  await sql`
    insert into notices.fan_out (post_id, at)
    select w.said_id, w.created_at from spaces.said w
    where w.said_id = ${postId} and exists (select from notices.every_post e where e.space_id = w.space_id)
    on conflict do nothing`.execute(db)
}

/** Notes that a post was announced to its space. */
export async function keepAnnounced(db: Db, { postId, at }: { postId: string; at: string }): Promise<void> {
  await sql`
    insert into notices.fan_out (post_id, at, is_announced) values (${postId}, ${at}, true)
    on conflict (post_id) do update set is_announced = true`.execute(db)
}

/** @returns whether more may wait to be told */
export async function fanOutSome(db: Db): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const taken = await sql<Telling & { at: Temporal.Instant }>`
      select post_id as "postId", is_announced as "isAnnounced", told_until as "toldUntil", at
      from notices.fan_out order by at limit 1 for update skip locked`.execute(tx)
    const post = taken.rows[0]
    if (post === undefined) return false
    const personIds = await readAudience(tx, post)
    const last = personIds.at(-1)
    await (last === undefined
      ? sql`delete from notices.fan_out where post_id = ${post.postId}`
      : sql`update notices.fan_out set told_until = ${last} where post_id = ${post.postId}`
    ).execute(tx)
    const told = await noticePost(tx, { ...post, personIds })
    await noteDue(tx, told, post.at)
    await tellPeople(tx, { personIds: told, event: 'notices-changed' })
    return true
  })
}

type Telling = { postId: PostId; isAnnounced: boolean; toldUntil: string }

/** The next ones, in their order. */
async function readAudience(db: Db, { postId, isAnnounced, toldUntil }: Telling): Promise<PersonId[]> {
  const found = await sql<{ personId: PersonId }>`
    select heard.person_id as "personId"
    from (
      (select e.person_id from spaces.said w join notices.every_post e on e.space_id = w.space_id
        where w.said_id = ${postId} and e.person_id > ${toldUntil}
        order by e.person_id limit ${TOLD_TOGETHER_MAX})
      union
      (select a.person_id from spaces.audience_of(${postId}, ${toldUntil}, ${TOLD_TOGETHER_MAX}) a
        where ${isAnnounced}::boolean)
    ) heard
    order by heard.person_id limit ${TOLD_TOGETHER_MAX}`.execute(db)
  return found.rows.map(({ personId }) => personId)
}

/** Those of some people who may see a post, have not seen it and want to hear of it get a notice. @returns who did */
async function noticePost(
  db: Db,
  { postId, isAnnounced, personIds }: Telling & { personIds: readonly PersonId[] },
): Promise<PersonId[]> {
  if (personIds.length === 0) return []
  const told = await sql<{ personId: PersonId }>`
    insert into notices.notice as n (person_id, post_id, first_at, last_at, tells_replies, tells_post, read_at)
    select heard.id, w.said_id, w.created_at, w.created_at, false, ${isAnnounced ? 'announced' : 'asked'},
      coalesce(t.seen_at, '-infinity')
    from spaces.said w
    cross join unnest(${personIds}::uuid[]) as heard (id)
    join people.standing p on p.id = heard.id and p.is_active
    cross join lateral spaces.thread_for(heard.id, w.said_id) t
    where w.said_id = ${postId} and w.deleted_at is null and heard.id <> w.author_id
      and (t.seen_at is null or t.seen_at < w.created_at)
      and not exists (
        select from notices.muted m
        where m.person_id = heard.id and m.target_id in (w.said_id, w.space_id, w.author_id)
      )
      and not exists (
        select from spaces.silenced q where q.person_id = heard.id and q.author_id = w.author_id
      )
    order by heard.id
    on conflict (person_id, post_id) do update
      set tells_post = excluded.tells_post, first_at = least(n.first_at, excluded.first_at)
      where n.read_at < excluded.first_at and n.tells_post is distinct from excluded.tells_post
    returning person_id as "personId"`.execute(db)
  return told.rows.map(({ personId }) => personId)
}
