// What one person answered over a span of time: for judging, afterwards, what a brief should have shown.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'

export type AnswerGiven = {
  at: Temporal.Instant
  /** The thread that was answered, which may have had another audience than the answer. */
  threadId: PostId
  threadTitle: string | null
  /** What was answered, who had said it and when. */
  answeredId: SaidId
  answeredAuthorId: PersonId
  answeredAt: Temporal.Instant
  /** Who can read the answer in its private conversation; undefined in a space, where all can. */
  readerIds: PersonId[] | undefined
}

/** How many answers are looked at; the newest come first. */
const ANSWERS_MAX = 100_000

/**
 * The answers that somebody gave to others: replies in a thread, and what carries on from a thread with another
 * audience, as a mail that answers one of several. Words answer what they name, else the last of somebody else before
 * them in the thread.
 */
export async function listAnswersGiven(
  db: Db,
  personId: PersonId,
  { after, until }: { after: Temporal.Instant; until: Temporal.Instant },
): Promise<AnswerGiven[]> {
  const found = await sql<Omit<AnswerGiven, 'readerIds'> & { readerIds: PersonId[] | null }>`
    with own as (
      select w.* from spaces.said w
      where w.author_id = ${personId} and w.created_at > ${after} and w.created_at <= ${until}
      order by w.created_at desc limit ${ANSWERS_MAX}
    ),
    answer as (
      select own.*, coalesce(
        (select c.from_said_id from spaces.continuation c where c.said_id = own.said_id),
        (select r.answers_id from spaces.reply r where r.id = own.reply_id),
        (select b.said_id from spaces.said b
          where own.reply_id is not null and b.post_id = own.post_id and b.author_id <> own.author_id
            and b.created_at < own.created_at
          order by b.created_at desc, b.said_id desc limit 1)) as answered_id
      from own
    )
    select a.created_at as at, o.post_id as "threadId", p.title as "threadTitle", o.said_id as "answeredId",
      o.author_id as "answeredAuthorId", o.created_at as "answeredAt",
      case when s.is_conversation
        then array(select m.person_id from spaces.membership m where m.space_id = s.id order by 1) end as "readerIds"
    from answer a
    join spaces.said o on o.said_id = a.answered_id
    join spaces.post p on p.id = o.post_id
    join spaces.space s on s.id = a.space_id
    where o.author_id <> ${personId}
    order by a.created_at, a.said_id`.execute(db)
  return found.rows.map((row) => ({ ...row, readerIds: row.readerIds ?? undefined }))
}
