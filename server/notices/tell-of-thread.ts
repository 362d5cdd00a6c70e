// What other rooms tell somebody of a thread, beside what is said in it: one notice of the thread tells of that as well.
import { sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { tellPeople } from '#platform/live-people'
import { type Sentence, writtenDown } from '#platform/say'
import { noteDue } from './due.ts'
import type { How } from './notice.ts'

type Told = {
  postId: PostId
  how: Extract<How, 'put' | 'merged' | 'accepted' | 'passed-on'>
  /** Who did it. */
  byId: PersonId
  why?: Sentence
}

/**
 * Tells somebody what another one did with a thread, if they may read it and hear of that person at all. Told again of
 * the same, they hear of the last time.
 */
export async function tellOfThread(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { personId, ...told }: Told & { personId: PersonId },
): Promise<void> {
  await tellAllOfThread(db, { ...told, personIds: [personId], at: now })
}

type ToldToAll = Told & { personIds: readonly PersonId[]; at: Temporal.Instant }

/** The same for a bounded number of people at once. Whoever did it is not told. */
export async function tellAllOfThread(db: Db, told: ToldToAll): Promise<void> {
  const { postId, how, why, byId, at } = told
  // In one order, so that two that tell the same people do not wait for each other.
  const personIds = told.personIds.filter((id) => id !== byId).toSorted()
  await sql`
    insert into notices.told as t (person_id, post_id, how, by_id, at, why)
    select person_id, ${postId}, ${how}, ${byId}, ${at}, ${why === undefined ? null : writtenDown(why)}
    from unnest(${personIds}::uuid[]) as meant (person_id)
    on conflict (person_id, post_id, how) do update
      set by_id = excluded.by_id, at = excluded.at, why = excluded.why`.execute(db)
  const noted = await sql<{ personId: PersonId }>`
    insert into notices.notice as n (person_id, post_id, first_at, last_at, tells_replies, read_at)
    select p.id, ${postId}, ${at}::timestamptz, ${at}::timestamptz, false, coalesce(t.seen_at, '-infinity')
    from people.standing p
    cross join lateral spaces.thread_for(p.id, ${postId}) t
    where p.id = any (${personIds}::uuid[]) and p.is_active
      and not exists (select from notices.muted m where m.person_id = p.id and m.target_id = ${byId})
      and not exists (select from spaces.silenced q where q.person_id = p.id and q.author_id = ${byId})
    order by p.id
    on conflict (person_id, post_id) do update set
      first_at = case when n.last_at <= greatest(n.read_at, excluded.read_at) then excluded.first_at else n.first_at end,
      last_at = greatest(n.last_at, excluded.last_at),
      read_at = greatest(n.read_at, excluded.read_at)
    returning person_id as "personId"`.execute(db)
  const heard = noted.rows.map(({ personId }) => personId)
  await noteDue(db, heard, at)
  await tellPeople(db, { personIds: heard, event: 'notices-changed' })
}

/** What was told is not so any longer: a notice that told of nothing else is gone. */
export async function takeBackTold(
  db: Db,
  { postId, how, byId }: Pick<Told, 'postId' | 'how'> & Partial<Pick<Told, 'byId'>>,
): Promise<void> {
  const gone = await sql<{ personId: PersonId }>`
    delete from notices.told
    where post_id = ${postId} and how = ${how} and by_id = coalesce(${byId ?? null}, by_id)
    returning person_id as "personId"`.execute(db)
  await tellPeople(db, { personIds: gone.rows.map(({ personId }) => personId), event: 'notices-changed' })
}
