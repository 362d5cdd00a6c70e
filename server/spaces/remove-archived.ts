// Takes out again what an archive brought, in bulk. Nothing is told: who could read it finds it gone.
import { sql } from 'kysely'
import type { FileId, PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { GivenReaction } from './archived-reactions.ts'

/** All that was said in threads, the posts included. */
export async function listThreadWords(
  db: Db,
  postIds: readonly PostId[],
): Promise<{ saidId: SaidId; postId: PostId; at: Temporal.Instant; editedAt: Temporal.Instant | null }[]> {
  if (postIds.length === 0) return []
  const found = await sql<{
    saidId: SaidId
    postId: PostId
    at: Temporal.Instant
    editedAt: Temporal.Instant | null
  }>`
    select id as "saidId", id as "postId", created_at as at, edited_at as "editedAt"
    from spaces.post where id = any (${postIds}::uuid[])
    union all
    select id, post_id, created_at, edited_at from spaces.reply where post_id = any (${postIds}::uuid[])`.execute(
    db,
  )
  return found.rows
}

/**
 * Removes posts and replies with all that hangs on them. A post takes its thread along, so give it last or with all of
 * its replies. Call it in a transaction.
 * @returns how many there were
 */
export async function removeWords(db: Db, ids: readonly SaidId[]): Promise<number> {
  if (ids.length === 0) return 0
  const removed = await sql<{ count: number }>`
    select spaces.remove_said(${ids}::uuid[]) as count`.execute(db)
  return removed.rows[0]?.count ?? 0
}

/** @returns how many were still there */
export async function removeReactions(db: Db, reactions: readonly GivenReaction[]): Promise<number> {
  const removed = await sql<{ saidId: SaidId }>`
    delete from spaces.reaction r
    using jsonb_to_recordset(${JSON.stringify(reactions)}::jsonb) as given ("saidId" uuid, kind text, "personId" uuid)
    where r.said_id = given."saidId" and r.kind = given.kind and r.person_id = given."personId"
    returning r.said_id as "saidId"`.execute(db)
  return removed.rows.length
}

/**
 * Removes files that nothing is attached to; their bytes are swept by the job that compares tables and disk.
 * @returns those that are gone
 */
export async function removeLooseFiles(db: Db, ids: readonly FileId[]): Promise<FileId[]> {
  const removed = await sql<{ id: FileId }>`
    delete from spaces.file f
    where f.id = any (${ids}::uuid[]) and not exists (select from spaces.attachment a where a.file_id = f.id)
    returning f.id`.execute(db)
  return removed.rows.map((row) => row.id)
}

type Member = { spaceId: SpaceId; personId: PersonId }

/**
 * Removes spaces in which nothing is said and nobody is but those given, with their memberships and follows.
 * @returns the spaces that were removed
 */
export async function removeEmptySpaces(
  db: Db,
  { spaceIds, members }: { spaceIds: readonly SpaceId[]; members: readonly Member[] },
): Promise<Set<SpaceId>> {
  const removed = await sql<{ id: SpaceId }>`
    with brought as (
      select * from unnest(${members.map((member) => member.spaceId)}::uuid[],
        ${members.map((member) => member.personId)}::uuid[]) as b (space_id, person_id)
    )
    delete from spaces.space s
    where s.id = any (${spaceIds}::uuid[])
      and not exists (select from spaces.thread t where t.space_id = s.id)
      and not exists (
        select from spaces.membership m
        where m.space_id = s.id
          and (m.is_keeper or not exists (
            select from brought where brought.space_id = s.id and brought.person_id = m.person_id)))
    returning s.id`.execute(db)
  const ids = removed.rows.map((row) => row.id)
  await sql`delete from spaces.follow where what = 'space' and target_id = any (${ids}::uuid[])`.execute(db)
  await sql`delete from spaces.seen where target_id = any (${ids}::uuid[])`.execute(db)
  return new Set(ids)
}

/**
 * Takes people out of spaces again, unless they keep it, or are here and said something there.
 * @returns those who were taken out
 */
export async function removeMembers(db: Db, members: readonly Member[]): Promise<Member[]> {
  const pairs = sql`unnest(${members.map((member) => member.spaceId)}::uuid[],
    ${members.map((member) => member.personId)}::uuid[]) as given (space_id, person_id)`
  const removed = await sql<Member>`
    delete from spaces.membership m using ${pairs}
    where m.space_id = given.space_id and m.person_id = given.person_id and not m.is_keeper
      and not (
        exists (select from people.standing s where s.id = m.person_id and s.is_active)
        and (exists (select from spaces.post p where p.author_id = m.person_id and p.space_id = m.space_id)
          or exists (select from spaces.reply r where r.author_id = m.person_id and r.space_id = m.space_id)))
    returning m.space_id as "spaceId", m.person_id as "personId"`.execute(db)
  await sql`
    delete from spaces.seen s
    using unnest(${removed.rows.map((row) => row.spaceId)}::uuid[],
      ${removed.rows.map((row) => row.personId)}::uuid[]) as given (space_id, person_id)
    where s.target_id = given.space_id and s.person_id = given.person_id`.execute(db)
  return removed.rows
}

/** Ends follows of spaces in which their people are no longer. */
export async function removeFollows(db: Db, follows: readonly Member[]): Promise<void> {
  await sql`
    delete from spaces.follow f
    using unnest(${follows.map((follow) => follow.spaceId)}::uuid[],
      ${follows.map((follow) => follow.personId)}::uuid[]) as given (space_id, person_id)
    where f.what = 'space' and f.target_id = given.space_id and f.person_id = given.person_id
      and not exists (
        select from spaces.membership m where m.space_id = f.target_id and m.person_id = f.person_id)`.execute(
    db,
  )
}
