import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { type HeldQuestion, lockQuestion, requireQuestion, whoComes } from '../access.ts'
import { questionChanged } from '../live.ts'
import { whyNotLead, whyNotSupersede } from '../question.ts'
import { readStanding } from './read-standing.ts'

const SUPERSEDING_LOCK = 70_697_375

/** Whether or not the question was answered: what answers it now stands elsewhere. */
export async function supersede(
  ctx: Ctx,
  { postId, byPostId }: InputOf<typeof answers.supersede>,
): Promise<QuestionStanding> {
  // Each of two could lead to the other at the same time: one after the other, the second one sees the circle.
  await sql`select pg_advisory_xact_lock(${SUPERSEDING_LOCK})`.execute(ctx.db)
  const question = await lockQuestion(ctx, postId)
  refuseIf(whyNotLead(await whoComes(ctx, question)))
  if (byPostId !== null) await refuseOther(ctx, question, await requireQuestion(ctx, byPostId))
  await sql`
    update answers.question set superseded_by = ${byPostId} where post_id = ${postId}
    returning ${telling(questionChanged(question))}`.execute(ctx.db)
  return readStanding(ctx, postId)
}

async function refuseOther(ctx: Ctx, question: HeldQuestion, by: HeldQuestion): Promise<void> {
  refuseIf(
    whyNotSupersede({
      postId: question.postId,
      by: { ...by, leadsBack: await leadsTo(ctx, { from: by.postId, to: question.postId }) },
      isReadByAll: await isReadByAll(ctx, question, by),
    }),
  )
}

async function isReadByAll(ctx: Ctx, question: HeldQuestion, by: HeldQuestion): Promise<boolean> {
  const found = await sql<{ isRead: boolean }>`
    select spaces.all_may_read(${question.spaceId}, ${by.spaceId}) as "isRead"`.execute(ctx.db)
  return found.rows[0]?.isRead ?? false
}

async function leadsTo(ctx: Ctx, { from, to }: { from: PostId; to: PostId }): Promise<boolean> {
  // `union` ends where a way comes back to itself.
  const found = await sql`
    with recursive way (id) as (
      select ${from}::uuid
      union
      select q.superseded_by from way join answers.question q on q.post_id = way.id
      where q.superseded_by is not null
    )
    select from way where id = ${to}`.execute(ctx.db)
  return found.rows.length > 0
}
