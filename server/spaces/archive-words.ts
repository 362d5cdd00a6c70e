// Words out of archives, in bulk: a few statements for a thousand messages. They keep the times they were said at, tell
// no news, and what is there already stays as it is.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { PostKind, ReactionKind } from '#contract/said'
import type { Db } from '#platform/db'
import { type Findable, findableOfMany, noteFindable } from './findable-words.ts'

export type ArchivedWordsRow = {
  id: SaidId
  /** Where a post stands; a reply stands where its thread does. */
  spaceId: SpaceId
  authorId: PersonId
  /** Undefined for a post, which begins a thread. */
  threadId: PostId | undefined
  /** What a reply answers directly, where known: the post or a reply of the same thread. */
  answersId: SaidId | undefined
  /** What this carries on from, in another thread. */
  continuesId: SaidId | undefined
  /** A note, unless it is said to be something else. */
  kind?: PostKind
  title: string | undefined
  body: string
  folded: string | undefined
  mentionIds: readonly PersonId[]
  reactions: readonly { personId: PersonId; kind: ReactionKind }[]
  at: Temporal.Instant
  editedAt: Temporal.Instant | undefined
}

/** Which of many posts and replies are there already. */
export async function findKnownWords(db: Db, ids: readonly SaidId[]): Promise<Set<SaidId>> {
  const found = await sql<{ id: SaidId }>`
    select said_id as id from spaces.said where said_id = any (${ids}::uuid[])`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

/**
 * Writes words whose spaces and authors are there, each reply together with or after the post of its thread. Call it
 * in a transaction.
 * @returns the ids that were written; missing are those that were there, and replies whose thread is not
 */
export async function addArchivedWords(db: Db, words: readonly ArchivedWordsRow[]): Promise<Set<SaidId>> {
  const findable = await findableOfMany(words)
  const posts = findable.filter((each) => each.threadId === undefined)
  const replies = findable.filter((each) => each.threadId !== undefined)
  const ids = [...(await insertPosts(db, posts)), ...(await insertReplies(db, replies))]
  const written = new Set(ids)
  const fresh = findable.filter((each) => written.has(each.id))
  await insertMentions(db, fresh)
  await insertReactions(db, fresh)
  await insertContinuations(db, fresh)
  await noteFindable(db, fresh)
  await recountThreads(
    db,
    fresh.flatMap(({ threadId }) => threadId ?? []),
  )
  return written
}

type FindableRow = ArchivedWordsRow & { findable: Findable }

/** Brings word counts up to date, which search ranks by; for after an archive came in. */
export async function refreshWordCounts(db: Db): Promise<void> {
  await sql`select spaces.refresh_word_counts()`.execute(db)
}

/** Lets words that came in from elsewhere be new from an instant on, instead of counting as read. */
export async function letBeNewSince(db: Db, since: Temporal.Instant): Promise<void> {
  await sql`update spaces.thread set read_until = ${since} where read_until > ${since}`.execute(db)
}

async function insertPosts(db: Db, posts: readonly FindableRow[]): Promise<SaidId[]> {
  if (posts.length === 0) return []
  const written = await sql<{ id: SaidId }>`
    with said as (
      insert into spaces.post
        (id, space_id, author_id, kind, title, body, folded, created_at, edited_at, language, found_by)
      select id, "spaceId", "authorId", coalesce(kind, 'note'), title, body, folded, at, "editedAt", ${findableColumns}
      from jsonb_to_recordset(${wordsJson(posts)}::jsonb) as w (
        id uuid, "spaceId" uuid, "authorId" uuid, kind text, title text, body text, folded text, at timestamptz,
        "editedAt" timestamptz, findable spaces.findable)
      on conflict do nothing returning id, space_id, author_id, created_at
    )
    insert into spaces.thread (post_id, space_id, author_id, last_at, read_until)
    select id, space_id, author_id, created_at, created_at from said
    returning post_id as id`.execute(db)
  return written.rows.map((row) => row.id)
}

async function insertReplies(db: Db, replies: readonly FindableRow[]): Promise<SaidId[]> {
  if (replies.length === 0) return []
  // Only replies can be answered in the table; what answers the post of its thread names nothing.
  const written = await sql<{ id: SaidId }>`
    with w as materialized (
      select * from jsonb_to_recordset(${wordsJson(replies)}::jsonb) as w (
        id uuid, "threadId" uuid, "authorId" uuid, "answersId" uuid, body text, folded text, at timestamptz,
        "editedAt" timestamptz, findable spaces.findable)
    ),
    answered as materialized (
      select id from w
      union
      select r.id from w join spaces.reply r on r.id = w."answersId"
    )
    insert into spaces.reply
      (id, post_id, space_id, author_id, answers_id, body, folded, created_at, edited_at, language, found_by)
    select w.id, t.post_id, t.space_id, w."authorId", answered.id, w.body, w.folded, w.at, w."editedAt", ${findableColumns}
    from w join spaces.thread t on t.post_id = w."threadId" left join answered on answered.id = w."answersId"
    on conflict do nothing returning id`.execute(db)
  return written.rows.map((row) => row.id)
}

/** The columns `language` and `found_by` of a row `w`. */
const findableColumns = sql`
  (w.findable).language,
  spaces.vector_of((w.findable).config::regconfig, (w.findable).title, (w.findable).words, (w.findable).marks, w.at)`

function wordsJson(words: readonly FindableRow[]): string {
  return JSON.stringify(words.map(({ mentionIds, reactions, ...rest }) => rest))
}

async function insertMentions(db: Db, words: readonly ArchivedWordsRow[]): Promise<void> {
  const rows = words.flatMap(({ id, authorId, threadId, at, mentionIds }) =>
    mentionIds.map((personId) => ({ id, personId, authorId, postId: threadId ?? id, at })),
  )
  if (rows.length === 0) return
  await sql`
    insert into spaces.mention (said_id, person_id, author_id, post_id, at)
    select id, "personId", "authorId", "postId", at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m (id uuid, "personId" uuid, "authorId" uuid, "postId" uuid, at timestamptz)
    on conflict do nothing`.execute(db)
}

async function insertReactions(db: Db, words: readonly ArchivedWordsRow[]): Promise<void> {
  const rows = words.flatMap(({ id, threadId, at, reactions }) =>
    reactions.map(({ personId, kind }) => ({ id, personId, kind, postId: threadId ?? id, at })),
  )
  if (rows.length === 0) return
  await sql`
    insert into spaces.reaction (said_id, kind, person_id, post_id, at)
    select id, kind, "personId", "postId", at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, kind text, "personId" uuid, "postId" uuid, at timestamptz)
    on conflict do nothing`.execute(db)
}

async function insertContinuations(db: Db, words: readonly ArchivedWordsRow[]): Promise<void> {
  const rows = words.flatMap(({ id, threadId, continuesId }) =>
    continuesId === undefined ? [] : [{ id, postId: threadId ?? id, continuesId }],
  )
  if (rows.length === 0) return
  await sql`
    insert into spaces.continuation (said_id, post_id, from_said_id, from_post_id)
    select c.id, c."postId", origin.said_id, origin.post_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, "postId" uuid, "continuesId" uuid)
    join spaces.said origin on origin.said_id = c."continuesId"
    on conflict do nothing`.execute(db)
}

/** Counts threads anew, since a second import may add replies older than those that are there. */
async function recountThreads(db: Db, threadIds: readonly PostId[]): Promise<void> {
  if (threadIds.length === 0) return
  await sql`
    update spaces.thread t
    set reply_count = counted.replies, last_at = greatest(t.last_at, counted.last_at),
      last_author_id = counted.last_author_id, read_until = greatest(t.read_until, counted.last_at)
    from (
      select r.post_id, count(*)::int as replies, max(r.created_at) as last_at,
        (array_agg(r.author_id order by r.created_at desc, r.id desc))[1] as last_author_id
      from spaces.reply r where r.post_id = any (${[...new Set(threadIds)]}::uuid[])
      group by r.post_id
    ) counted
    where t.post_id = counted.post_id`.execute(db)
}
