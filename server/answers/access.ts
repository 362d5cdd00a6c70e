// Fetching a question and the right to fetch it are one step: what the viewer may not read does not exist.
import { sql } from 'kysely'
import type { Strength } from '#contract/answers'
import type { PersonId, PostId, ReplyId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requireSpace } from '#rooms/spaces'
import type { Who } from './question.ts'

export type HeldQuestion = {
  postId: PostId
  spaceId: SpaceId
  authorId: PersonId
  title: string | null
  body: string
  strength: Strength
  /** Whether the viewer did, also where nobody else is told. */
  youAsked: boolean
  answerId: ReplyId | null
  ownerId: PersonId | null
  reviewOn: Temporal.PlainDate | null
  supersededBy: PostId | null
  mergedInto: PostId | null
}

type Row = Omit<HeldQuestion, 'reviewOn'> & { reviewOn: string | null }

/** A question that the viewer may read. @throws {Refusal} not-found also for a post that is no question */
export async function requireQuestion(ctx: Ctx, postId: PostId): Promise<HeldQuestion> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Row>`
    select p.post_id as "postId", p.space_id as "spaceId", p.author_id as "authorId", p.title, p.body,
      p.author_id = ${viewerId} or exists (
        select from answers.confidential_asker c where c.post_id = p.post_id and c.person_id = ${viewerId}) as "youAsked",
      coalesce(q.strength, 'named') as strength, answer.said_id as "answerId",
      case when answer.said_id is not null then q.owner_id end as "ownerId",
      case when answer.said_id is not null then q.review_on::text end as "reviewOn", other.post_id as "supersededBy", q.merged_into as "mergedInto"
    from spaces.question_post p
    left join answers.question q on q.post_id = p.post_id
    -- An answer that was deleted or hidden, or went to another thread, is none, and nobody answers for it.
    left join lateral (
      select w.said_id from spaces.said w
      where w.said_id = q.answer_id and w.post_id = p.post_id and w.deleted_at is null limit 1) answer on true
    -- Nor does a question lead to one that was deleted.
    left join spaces.question_post other on other.post_id = q.superseded_by
    where p.post_id = ${postId}
      and exists (select from spaces.visible_space(${viewerId}) v where v.space_id = p.space_id)`.execute(
    ctx.db,
  )
  const row = found.rows[0]
  if (row === undefined)
    throw refusal('not-found', 'no-such-question', 'This question does not exist for you.')
  return { ...row, reviewOn: row.reviewOn === null ? null : Temporal.PlainDate.from(row.reviewOn) }
}

/** The same, held against everybody else who would change it until the transaction is over. */
export async function lockQuestion(ctx: Ctx, postId: PostId): Promise<HeldQuestion> {
  await requireQuestion(ctx, postId)
  await sql`insert into answers.question (post_id) values (${postId}) on conflict do nothing`.execute(ctx.db)
  await sql`select from answers.question where post_id = ${postId} for update`.execute(ctx.db)
  return requireQuestion(ctx, postId)
}

/** As whom the viewer comes to a question. */
export async function whoComes(ctx: Ctx, { youAsked, ownerId, spaceId }: HeldQuestion): Promise<Who> {
  const { personId, roles } = ctx.viewer
  return {
    isAsker: youAsked,
    isOwner: ownerId === personId,
    isSteward: roles.has('steward'),
    isKeeper: (await requireSpace(ctx, spaceId)).isKeeper,
  }
}
