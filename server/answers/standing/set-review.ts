import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { PersonId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refusal, refuseIf } from '#platform/refusal'
import { requirePerson } from '#rooms/people'
import { lockQuestion, whoComes } from '../access.ts'
import { questionChanged } from '../live.ts'
import { whyNotReview, whyNotReviewOn } from '../question.ts'
import { readStanding } from './read-standing.ts'
import { todayOf } from './today.ts'

export async function setReview(
  ctx: Ctx,
  { postId, reviewOn, ownerId }: InputOf<typeof answers.setReview>,
): Promise<QuestionStanding> {
  const question = await lockQuestion(ctx, postId)
  refuseIf(whyNotReview(await whoComes(ctx, question), question))
  const day = reviewOn === undefined ? question.reviewOn : Temporal.PlainDate.from(reviewOn)
  if (reviewOn !== undefined && day !== null) refuseIf(whyNotReviewOn({ reviewOn: day, today: todayOf(ctx) }))
  if (ownerId !== undefined) await requireReader(ctx, { ownerId, spaceId: question.spaceId })
  await sql`
    update answers.question
    set review_on = ${day === null ? null : String(day)}::date, owner_id = ${ownerId ?? question.ownerId}
    where post_id = ${postId}
    returning ${telling(questionChanged(question))}`.execute(ctx.db)
  return readStanding(ctx, postId)
}

type Reader = { ownerId: PersonId; spaceId: SpaceId }

/** Whoever answers for an answer is here, and may read it. */
async function requireReader(ctx: Ctx, { ownerId, spaceId }: Reader): Promise<void> {
  const { name, isActive } = await requirePerson(ctx, ownerId)
  const found = await sql`
    select from spaces.visible_space(${ownerId}) v where v.space_id = ${spaceId}`.execute(ctx.db)
  if (isActive && found.rows.length > 0) return
  throw refusal(
    'conflict',
    'owner-cannot-read',
    '{name} may not read this question, so they cannot answer for its answer.',
    { name },
  )
}
