// The SQL that writes what is said. Every change of a thread's counters happens here, in the statement that causes it.
import { type RawBuilder, sql } from 'kysely'
import type { GroupId } from '#contract/named-groups'
import type { PersonId, PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'
import type { PostKind } from '#contract/said'
import type { Db } from '#platform/db'
import { telling } from '#platform/live-happening'
import type { HeldWords } from './access.ts'
import { findableOf, notingLanguage, vectorOf } from './findable-words.ts'
import { wordsChanged, wordsWritten } from './live-happenings.ts'
import type { KeptPoll } from './polls/poll.ts'
import { mayHoldLinks } from './previews/links-in.ts'
import { wantPreviews } from './previews/store.ts'
import { replyColumns } from './reply.ts'
import { storableJson } from './storable-json.ts'
import { changeTopics, noteTopics } from './topic-use.ts'
import { asSaid, topicsIn } from './words.ts'

export type NewPost = {
  id: PostId
  spaceId: SpaceId
  authorId: PersonId
  kind: PostKind
  title: string | undefined
  body: string
  poll: KeptPoll | undefined
  isAnnouncement: boolean
  at: Temporal.Instant
}

export async function insertPost(db: Db, post: NewPost): Promise<void> {
  const found = await findableOf(db, post)
  const { poll } = post
  await sql`
    with said as (
      insert into spaces.post (id, space_id, author_id, kind, title, body, created_at, language, found_by,
        poll, poll_closes_at)
      values (${post.id}, ${post.spaceId}, ${post.authorId}, ${post.kind}, ${post.title ?? null}, ${post.body}, ${post.at},
        ${found.language}, ${vectorOf(found, sql`${post.at}::timestamptz`)},
        ${poll === undefined ? null : storableJson(poll)}::jsonb, ${poll?.closesAt ?? null}::timestamptz)
    ),
    spoken as (${notingLanguage(found)}),
    begun as (
      insert into spaces.thread (post_id, space_id, author_id, last_at, announced_at)
      values (${post.id}, ${post.spaceId}, ${post.authorId}, ${post.at}, ${post.isAnnouncement ? post.at : null}::timestamptz)
    )
    select ${telling(wordsWritten({ ...post, saidId: asSaid(post.id), postId: post.id }))}`.execute(db)
  await noteTopics(db, [{ saidId: asSaid(post.id), topics: topicsIn(post.body) }])
  await wantPreviews(db, { saidId: asSaid(post.id), body: post.body })
}

export type NewReply = {
  id: ReplyId
  postId: PostId
  spaceId: SpaceId
  authorId: PersonId
  answersId: ReplyId | undefined
  draftedById: PersonId | undefined
  body: string
  at: Temporal.Instant
}

/** @returns the reply as its author sees it, as JSON */
export async function insertReply(db: Db, reply: NewReply): Promise<string> {
  const found = await findableOf(db, { ...reply, title: undefined })
  const written = await sql<{ json: string }>`
    with w as (
      insert into spaces.reply (id, post_id, space_id, author_id, answers_id, drafted_by, body, created_at, language, found_by)
      values (${reply.id}, ${reply.postId}, ${reply.spaceId}, ${reply.authorId}, ${reply.answersId ?? null},
        ${reply.draftedById ?? null}, ${reply.body}, ${reply.at}, ${found.language}, ${vectorOf(found, sql`${reply.at}::timestamptz`)})
      returning *
    ),
    spoken as (${notingLanguage(found)}),
    counted as (
      update spaces.thread
      set reply_count = reply_count + 1, last_at = greatest(last_at, ${reply.at}::timestamptz), last_author_id = ${reply.authorId}
      where post_id = ${reply.postId}
    )
    select to_json(reply)::text as json, ${telling(wordsWritten({ ...reply, saidId: asSaid(reply.id) }))}
    from (
      select ${replyColumns(reply.authorId)}
      from w
      join people.person_card author on author.id = w.author_id
      left join spaces.membership m on m.space_id = w.space_id and m.person_id = w.author_id
    ) reply`.execute(db)
  await noteTopics(db, [{ saidId: asSaid(reply.id), topics: topicsIn(reply.body) }])
  await wantPreviews(db, { saidId: asSaid(reply.id), body: reply.body })
  return written.rows[0]?.json ?? 'null'
}

type Mentions = {
  saidId: SaidId
  authorId: PersonId
  postId: PostId
  spaceId: SpaceId
  personIds: PersonId[]
  groupIds: GroupId[]
  at: Temporal.Instant
}

/**
 * Notes whom something mentions; those who may not read the space are not told of it.
 * @returns how many it had not mentioned before
 */
export async function insertMentions(db: Db, said: Mentions): Promise<number> {
  if (said.personIds.length === 0 && said.groupIds.length === 0) return 0
  const noted = await sql`
    insert into spaces.mention (said_id, person_id, author_id, post_id, at)
    select ${said.saidId}, card.id, ${said.authorId}, ${said.postId}, ${said.at}
    from (${meantBy(said)}) meant join people.person_card card on card.id = meant.id
    where exists (select from spaces.visible_space(card.id) visible where visible.space_id = ${said.spaceId})
    on conflict do nothing returning person_id`.execute(db)
  return noted.rows.length
}

/** Whom words mention by name, and in groups; nobody mentions themselves with a group, and guests mention none. */
function meantBy({ personIds, groupIds, authorId }: Mentions): RawBuilder<unknown> {
  const named = sql`select unnest(${personIds}::uuid[]) as id`
  if (groupIds.length === 0) return named
  return sql`
    ${named} union
    select m.person_id from spaces.named_group_member m
    where m.group_id = any (${groupIds}::uuid[]) and m.person_id <> ${authorId}
      and exists (select from people.insider i where i.id = ${authorId})`
}

/** Keeps the wording of something that is about to be replaced. */
export async function keepVersion(
  db: Db,
  { saidId, title, body }: HeldWords,
  { untilAt, wasDeletion }: { untilAt: Temporal.Instant; wasDeletion: boolean },
): Promise<void> {
  await sql`
    insert into spaces.version (said_id, until_at, title, body, was_deletion)
    values (${saidId}, ${untilAt}, ${title}, ${body}, ${wasDeletion})
    on conflict (said_id, until_at, was_deletion) do nothing`.execute(db)
}

type Change = {
  title: string | null
  body: string
  editedAt?: Temporal.Instant
  deletedAt?: Temporal.Instant
}

/** Replaces the words of a post or reply, unless they were hidden meanwhile. Without `editedAt` that time stays; without `deletedAt` the words stand. */
export async function changeWords(db: Db, said: HeldWords, change: Change): Promise<void> {
  const { title, body, editedAt = null, deletedAt = null } = change
  const { saidId, authorId } = said
  const found = await findableOf(db, { authorId, title: title ?? undefined, body })
  const isReply = said.replyId !== undefined
  await sql`
    with spoken as (${notingLanguage(found)})
    update ${isReply ? sql`spaces.reply` : sql`spaces.post`}
    set ${isReply ? sql`` : sql`title = ${title},`} body = ${body}, language = ${found.language},
      found_by = ${vectorOf(found, sql`created_at`)},
      previews = ${mayHoldLinks(body) ? sql`previews` : sql`null`},
      edited_at = coalesce(${editedAt}::timestamptz, edited_at), deleted_at = ${deletedAt}
    where id = ${saidId} and hidden is null
    returning ${telling(wordsChanged(said))}`.execute(db)
  await changeTopics(db, { ...said, topics: topicsIn(body) })
  await wantPreviews(db, { saidId, body })
}

type Member = { spaceId: SpaceId; personId: PersonId; isKeeper: boolean; at: Temporal.Instant }

/** Makes somebody a member, who thereby follows the space and is caught up with it; a second time changes nothing. */
export async function insertMember(db: Db, member: Member): Promise<void> {
  await sql`
    with joined as (
      insert into spaces.membership (space_id, person_id, is_keeper, joined_at)
      values (${member.spaceId}, ${member.personId}, ${member.isKeeper}, ${member.at})
      on conflict do nothing returning person_id, space_id
    ),
    following as (
      insert into spaces.follow (person_id, what, target_id, at)
      values (${member.personId}, 'space', ${member.spaceId}, ${member.at})
      on conflict do nothing
    )
    insert into spaces.seen as noted (person_id, target_id, seen_at)
    select person_id, space_id, ${member.at} from joined
    on conflict (person_id, target_id) do update set seen_at = excluded.seen_at
    where excluded.seen_at > noted.seen_at`.execute(db)
}
