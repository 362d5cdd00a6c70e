// Fetching and the right to fetch are one step: what the viewer may not see does not exist.
import { sql } from 'kysely'
import type { PersonId, PostId, ReplyId, SaidId, SpaceId, Visibility } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { isKnown, isVisible } from './visibility.ts'

export type HeldSpace = {
  id: SpaceId
  name: string
  visibility: Visibility
  isPorous: boolean
  isConversation: boolean
  isMember: boolean
  isKeeper: boolean
  /** False for a closed space that one knows of and is not in. */
  mayRead: boolean
}

/** A space that the viewer may know of, with the viewer's standing in it. */
export async function requireSpace(ctx: Ctx, id: SpaceId): Promise<HeldSpace> {
  const viewerId = ctx.viewer.personId
  const found = await sql<HeldSpace>`
    select s.id, s.name, s.visibility, s.is_porous as "isPorous", s.is_conversation as "isConversation",
      m.person_id is not null as "isMember", coalesce(m.is_keeper, false) as "isKeeper",
      ${isVisible(sql`s.id`, viewerId)} as "mayRead"
    from spaces.space s
    left join spaces.membership m on m.space_id = s.id and m.person_id = ${viewerId}
    where s.id = ${id} and ${isKnown(sql`s.id`, viewerId)}`.execute(ctx.db)
  const space = found.rows[0]
  if (space === undefined) throw refusal('not-found', 'no-such-space', 'This space does not exist for you.')
  return space
}

/** A space whose posts the viewer may read, and so may add to. */
export async function requireReadableSpace(ctx: Ctx, id: SpaceId): Promise<HeldSpace> {
  const space = await requireSpace(ctx, id)
  if (!space.mayRead) {
    throw refusal('forbidden', 'members-only', 'Only members read this space. Ask one of them to invite you.')
  }
  return space
}

export type HeldThread = {
  postId: PostId
  spaceId: SpaceId
  isDeleted: boolean
  isHidden: boolean
  /** Why nothing can be added; undefined for a thread that is open. */
  lockedFor: string | undefined
}

type ThreadRow = Omit<HeldThread, 'lockedFor'> & { lockedFor: string | null }

/** A thread that the viewer may read. */
export async function requireThread(ctx: Ctx, postId: PostId): Promise<HeldThread> {
  const found = await sql<ThreadRow>`
    select p.id as "postId", p.space_id as "spaceId", p.deleted_at is not null as "isDeleted",
      p.hidden is not null as "isHidden", p.locked ->> 'reason' as "lockedFor"
    from spaces.post p
    where p.id = ${postId} and ${isVisible(sql`p.space_id`, ctx.viewer.personId)}`.execute(ctx.db)
  const thread = found.rows[0]
  if (thread === undefined)
    throw refusal('not-found', 'no-such-thread', 'This thread does not exist for you.')
  return { ...thread, lockedFor: thread.lockedFor ?? undefined }
}

export type HeldWords = {
  saidId: SaidId
  postId: PostId
  replyId: ReplyId | undefined
  spaceId: SpaceId
  authorId: PersonId
  title: string | null
  body: string
  /** Deleted or hidden. */
  isDeleted: boolean
  isHidden: boolean
  deletedAt: Temporal.Instant | undefined
  isKeeper: boolean
}

type WordsRow = Omit<HeldWords, 'replyId' | 'deletedAt'> & {
  replyId: ReplyId | null
  deletedAt: Temporal.Instant | null
}

/** A post or reply that the viewer may read. */
export async function requireWords(ctx: Ctx, saidId: SaidId): Promise<HeldWords> {
  const viewerId = ctx.viewer.personId
  const found = await sql<WordsRow>`
    select w.said_id as "saidId", w.post_id as "postId", w.reply_id as "replyId", w.space_id as "spaceId",
      w.author_id as "authorId", w.title, w.body, w.deleted_at is not null as "isDeleted",
      w.hidden is not null as "isHidden", w.deleted_at as "deletedAt",
      exists (select from spaces.membership m where m.space_id = w.space_id and m.person_id = ${viewerId} and m.is_keeper)
        as "isKeeper"
    from spaces.said w
    where w.said_id = ${saidId} and ${isVisible(sql`w.space_id`, viewerId)}`.execute(ctx.db)
  const row = found.rows[0]
  if (row === undefined) throw refusal('not-found', 'no-such-words', 'This does not exist for you.')
  return { ...row, replyId: row.replyId ?? undefined, deletedAt: row.deletedAt ?? undefined }
}
