// What somebody answers for and is to look at again.
import { sql } from 'kysely'
import type { PersonId, PostId, ReplyId, SaidId } from '#contract/ref'
import { CANDIDATES_PER_SOURCE_MAX, type CardSource } from '#platform/cards'
import { lineOf } from '../question-line.ts'

/** So long before an answer is out of date its owner hears of it. */
const AHEAD_DAYS = 14

type DueRow = {
  postId: PostId
  saidId: SaidId
  replyId: ReplyId
  authorId: PersonId
  title: string
  body: string
  reviewOn: string
  inDays: number
}

/** The answers for which the reader stands and whose day has come or is near, the longest overdue first. */
export const reviewCards: CardSource = async ({ db, readerId, at }) => {
  const today = at.toZonedDateTimeISO('UTC').toPlainDate()
  const found = await sql<DueRow>`
    select p.post_id as "postId", w.said_id as "saidId", w.reply_id as "replyId", w.author_id as "authorId",
      ${lineOf} as title, w.body, due.review_on::text as "reviewOn", due.review_on - ${String(today)}::date as "inDays"
    from (
      select * from answers.question q
      where q.owner_id = ${readerId} and q.answer_id is not null
        and q.review_on <= ${String(today.add({ days: AHEAD_DAYS }))}::date
        and q.accepted_at <= ${at} and q.superseded_by is null and q.merged_into is null
      order by q.review_on, q.post_id limit ${CANDIDATES_PER_SOURCE_MAX}
    ) due
    join spaces.question_post p on p.post_id = due.post_id
    cross join lateral (select * from spaces.said where said_id = due.answer_id limit 1) w
    where w.deleted_at is null and w.post_id = p.post_id
      and exists (select from spaces.visible_space(${readerId}) v where v.space_id = p.space_id)`.execute(db)
  return found.rows.map(({ reviewOn, inDays, ...row }) => ({
    // Looked at again it is another card, on another day.
    key: `review:${row.replyId}:${reviewOn}`,
    kind: 'needs-you',
    ...row,
    at,
    prompt: undefined,
    actions: ['still-true', 'answer', 'later', 'not-for-me'],
    facts: { review: { reviewOn, inDays } },
  }))
}
