// Words without a name, which another room vouches for: they stand under a colleague who is nobody. What of them may be said, and saying it.
import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { type Refusal, refusal } from '#platform/refusal'
import { peopleMentioned } from './events.ts'
import { insertMentions, insertPost, insertReply } from './store.ts'
import { asSaid, countMentioned, mentionedIn, whyNotMention, whyNotReply } from './words.ts'

/** Whether so many people of the house read a space that each of them may be whoever said something in it. */
export async function isReadByMany(
  db: Db,
  { spaceId, peopleMin }: { spaceId: SpaceId; peopleMin: number },
): Promise<boolean> {
  const found = await sql`
    select i.id from people.insider i cross join spaces.space s
    where s.id = ${spaceId}
      and (s.visibility = 'open' or exists (
        select from spaces.membership m where m.space_id = s.id and m.person_id = i.id))
    limit ${peopleMin}`.execute(db)
  return found.rows.length >= peopleMin
}

/** Whether everybody of the house reads the space: whoever asks without a name then gives nothing away by where. */
export async function isOpenSpace(db: Db, id: SpaceId): Promise<boolean> {
  const found = await sql`
    select from spaces.space s where s.id = ${id} and s.visibility = 'open' and not s.is_conversation`.execute(
    db,
  )
  return found.rows.length > 0
}

export function whyNotUnsigned(body: string): Refusal | undefined {
  return whyNotMention(countMentioned(body))
}

type Thread = { isDeleted: boolean; isHidden: boolean; isOpen: boolean; lockedFor: string | null }

/** Why nothing without a name can be added to a thread. */
export async function whyNotAddUnsigned(db: Db, postId: PostId): Promise<Refusal | undefined> {
  const found = await sql<Thread>`
    select p.deleted_at is not null as "isDeleted", p.hidden is not null as "isHidden",
      s.visibility = 'open' as "isOpen", p.locked ->> 'reason' as "lockedFor"
    from spaces.post p join spaces.space s on s.id = p.space_id where p.id = ${postId}`.execute(db)
  const [thread] = found.rows
  if (thread === undefined || !thread.isOpen) {
    return refusal(
      'conflict',
      'not-open-any-more',
      'This thread is not in an open space any more, so nothing can be added to it anonymously.',
    )
  }
  return whyNotReply({ ...thread, lockedFor: thread.lockedFor ?? undefined })
}

type Unsigned = { spaceId: SpaceId; postId: PostId; body: string; at: Temporal.Instant }

/** Posts a question without a name. Groups are not mentioned so, and nothing is attached. */
export async function postUnsigned(ctx: Ctx, post: Unsigned & { title: string | undefined }): Promise<void> {
  const authorId = COLLEAGUE_ID
  await insertPost(ctx.db, {
    ...{ ...post, id: post.postId, authorId, kind: 'question' },
    ...{ poll: undefined, isAnnouncement: false },
  })
  const said = { ...post, saidId: asSaid(post.postId), authorId }
  const mentioned = await insertMentions(ctx.db, {
    ...said,
    personIds: mentionedIn(post.body),
    groupIds: [],
  })
  await ctx.emit({ name: 'spaces/post-written', facts: { postId: post.postId } })
  if (mentioned > 0) await ctx.emit(peopleMentioned(said))
}

/** Adds a reply without a name. */
export async function replyUnsigned(ctx: Ctx, reply: Unsigned & { id: ReplyId }): Promise<void> {
  const authorId = COLLEAGUE_ID
  const { id, postId, body, at } = reply
  await insertReply(ctx.db, { ...reply, authorId, answersId: undefined, draftedById: undefined })
  const said = { ...reply, saidId: asSaid(id), authorId }
  await insertMentions(ctx.db, { ...said, personIds: mentionedIn(body), groupIds: [] })
  await ctx.emit({
    name: 'spaces/reply-written',
    facts: { postId, saidId: id, at: at.toString() },
  })
}
