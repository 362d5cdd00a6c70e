// What was taken for one person's becomes another's: for addresses that an import had merged wrongly. Who reads a
// private conversation follows from who took part in it, so its threads move to where their real audience is.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { addArchivedSpaces, conversationIdOf } from './archived-spaces.ts'

export type Reassignment = {
  fromId: PersonId
  toId: PersonId
  /** What `toId` said. */
  authored: readonly SaidId[]
  /** What mentions `toId`; `isBoth` where it mentions `fromId` as well. */
  mentioned: readonly { saidId: SaidId; isBoth: boolean }[]
  /** Threads that `toId` took part in; `isBoth` where `fromId` did as well. */
  threads: readonly { postId: PostId; isBoth: boolean }[]
}

/**
 * Gives words, mentions and conversations to the person they belong to. Call it in a transaction.
 * @returns how many posts and replies changed their author
 */
export async function reassignWords(db: Db, reassignment: Reassignment): Promise<number> {
  const moved = await moveAuthorship(db, reassignment)
  await moveMentions(db, reassignment)
  await joinNamedSpaces(db, reassignment)
  await moveThreads(db, reassignment)
  return moved
}

async function moveAuthorship(db: Db, { fromId, toId, authored }: Reassignment): Promise<number> {
  const posts = await sql`
    update spaces.post set author_id = ${toId}
    where id = any (${authored}::uuid[]) and author_id = ${fromId} returning id`.execute(db)
  const replies = await sql<{ postId: PostId }>`
    update spaces.reply set author_id = ${toId}
    where id = any (${authored}::uuid[]) and author_id = ${fromId} returning post_id as "postId"`.execute(db)
  await sql`
    update spaces.thread set author_id = ${toId}
    where post_id = any (${authored}::uuid[]) and author_id = ${fromId}`.execute(db)
  await sql`
    update spaces.mention set author_id = ${toId}
    where said_id = any (${authored}::uuid[]) and author_id = ${fromId}`.execute(db)
  await sql`
    update spaces.file f set uploader_id = ${toId} from spaces.attachment a
    where a.file_id = f.id and a.said_id = any (${authored}::uuid[]) and f.uploader_id = ${fromId}`.execute(
    db,
  )
  await sql`
    update spaces.thread t set last_author_id = (
      select r.author_id from spaces.reply r where r.post_id = t.post_id
      order by r.created_at desc, r.id desc limit 1)
    where t.post_id = any (${replies.rows.map((row) => row.postId)}::uuid[])`.execute(db)
  return posts.rows.length + replies.rows.length
}

async function moveMentions(db: Db, { fromId, toId, mentioned }: Reassignment): Promise<void> {
  await sql`
    insert into spaces.mention (said_id, person_id, author_id, post_id, at)
    select said_id, ${toId}, author_id, post_id, at from spaces.mention
    where said_id = any (${mentioned.map((each) => each.saidId)}::uuid[]) and person_id = ${fromId}
    on conflict do nothing`.execute(db)
  const alone = mentioned.filter((each) => !each.isBoth).map((each) => each.saidId)
  await sql`
    delete from spaces.mention where said_id = any (${alone}::uuid[]) and person_id = ${fromId}`.execute(db)
}

/** A space with a name was read by others too; whoever spoke there stays in it. */
async function joinNamedSpaces(db: Db, { toId, authored }: Reassignment): Promise<void> {
  await sql`
    with joined as (
      insert into spaces.membership (space_id, person_id, joined_at)
      select w.space_id, ${toId}, min(w.created_at)
      from spaces.said w join spaces.space s on s.id = w.space_id and not s.is_conversation
      where w.said_id = any (${authored}::uuid[])
      group by w.space_id
      on conflict do nothing returning person_id, space_id, joined_at
    )
    insert into spaces.seen (person_id, target_id, seen_at)
    select person_id, space_id, joined_at from joined
    on conflict do nothing`.execute(db)
}

type ThreadInConversation = {
  postId: PostId
  spaceId: SpaceId
  memberIds: PersonId[]
  startedAt: Temporal.Instant
  isStillIn: boolean
}

async function moveThreads(db: Db, { fromId, toId, threads }: Reassignment): Promise<void> {
  const isBoth = new Map(threads.map((thread) => [thread.postId, thread.isBoth]))
  const found = await sql<ThreadInConversation>`
    select t.post_id as "postId", t.space_id as "spaceId", p.created_at as "startedAt",
      exists (select from spaces.said w where w.post_id = t.post_id and w.author_id = ${fromId})
        or exists (select from spaces.mention m where m.post_id = t.post_id and m.person_id = ${fromId}) as "isStillIn",
      array(select m.person_id from spaces.membership m where m.space_id = t.space_id) as "memberIds"
    from spaces.thread t
    join spaces.post p on p.id = t.post_id
    join spaces.space s on s.id = t.space_id and s.is_conversation
    where t.post_id = any (${[...isBoth.keys()]}::uuid[])`.execute(db)
  const moves = found.rows.map((thread) => {
    const others = thread.memberIds.filter((id) => id !== fromId)
    const isStillIn = thread.isStillIn || isBoth.get(thread.postId)
    const memberIds = isStillIn ? [...others, fromId, toId] : [...others, toId]
    return { ...thread, memberIds, targetId: conversationIdOf(memberIds) }
  })
  await addArchivedSpaces(
    db,
    [...Map.groupBy(moves, (move) => move.targetId)].flatMap(([id, [first]]) =>
      first === undefined ? [] : [conversationAmong(first.memberIds, { id, createdAt: first.startedAt })],
    ),
  )
  for (const table of ['post', 'reply', 'thread', 'attachment'] as const) {
    await sql`
      update ${sql.table(`spaces.${table}`)} w set space_id = move.target_id
      from unnest(${moves.map((move) => move.postId)}::uuid[], ${moves.map((move) => move.targetId)}::uuid[])
        as move (post_id, target_id)
      where ${sql.ref(table === 'post' ? 'w.id' : 'w.post_id')} = move.post_id`.execute(db)
  }
  await sql`
    delete from spaces.space s
    where s.id = any (${moves.map((move) => move.spaceId)}::uuid[]) and s.is_conversation
      and not exists (select from spaces.thread t where t.space_id = s.id)`.execute(db)
}

function conversationAmong(
  memberIds: readonly PersonId[],
  { id, createdAt }: { id: SpaceId; createdAt: Temporal.Instant },
) {
  return { id, createdAt, memberIds, name: undefined, purpose: undefined, visibility: 'private' as const }
}
