// Fetching a question and the right to fetch it are one step: what the viewer may not read does not exist.
import { sql } from 'kysely'
import type { Strength } from '#contract/answers'
import type { PersonId, PostId, ReplyId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'

export type HeldQuestion = {
  postId: PostId
  spaceId: SpaceId
  authorId: PersonId
  title: string | null
  body: string
  strength: Strength
  answerId: ReplyId | null
  ownerId: PersonId | null
  reviewOn: Temporal.PlainDate | null
  supersededBy: PostId | null
  mergedInto: PostId | null
}

type Row = Omit<HeldQuestion, 'reviewOn'> & { reviewOn: string | null }

/** A question that the viewer may read. @throws {Refusal} not-found also for a post that is no question */
export async function requireQuestion(ctx: Ctx, postId: PostId): Promise<HeldQuestion> {
  const found = await sql<Row>`
    select p.post_id as "postId", p.space_id as "spaceId", p.author_id as "authorId", p.title, p.body,
      coalesce(q.strength, 'named') as strength, answer.said_id as "answerId", q.owner_id as "ownerId",
      q.review_on::text as "reviewOn", q.superseded_by as "supersededBy", q.merged_into as "mergedInto"
    from spaces.question_post p
    left join answers.question q on q.post_id = p.post_id
    -- An answer that was deleted or hidden is none.
    left join lateral (
      select w.said_id from spaces.said w where w.said_id = q.answer_id and w.deleted_at is null limit 1) answer on true
    where p.post_id = ${postId}
      and exists (select from spaces.visible_space(${ctx.viewer.personId}) v where v.space_id = p.space_id)`.execute(
    ctx.db,
  )
  const row = found.rows[0]
  if (row === undefined)
    throw refusal('not-found', 'no-such-question', 'This question does not exist for you.')
  return { ...row, reviewOn: row.reviewOn === null ? null : Temporal.PlainDate.from(row.reviewOn) }
}
