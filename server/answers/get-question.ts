import { sql } from 'kysely'
import type { answers, QuestionRef, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { PersonRef, PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { type HeldQuestion, requireQuestion } from './access.ts'
import { stateOf } from './question.ts'
import { lineOf, visibleTo } from './question-line.ts'

/** How a question stands. A question to which it leads is named only to those who may read it. */
export async function getQuestion(
  ctx: Ctx,
  { postId }: InputOf<typeof answers.getQuestion>,
): Promise<QuestionStanding> {
  const question = await requireQuestion(ctx, postId)
  const around = await readAround(ctx, question)
  return {
    postId,
    state: stateOf(question, todayOf(ctx)),
    strength: question.strength,
    reviewOn: question.reviewOn === null ? null : String(question.reviewOn),
    ...around,
    supersededBy: await questionRef(ctx, question.supersededBy),
    mergedInto: await questionRef(ctx, question.mergedInto),
  }
}

type Around = Pick<QuestionStanding, 'answer' | 'waitingCount' | 'youWait'> & { owner: PersonRef | null }

async function readAround(ctx: Ctx, { postId, answerId }: HeldQuestion): Promise<Around> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Around>`
    select
      case when asked.answer_id is not null then json_build_object(
        'replyId', asked.answer_id, 'acceptedBy', accepter.ref, 'acceptedAt', q.accepted_at) end as answer,
      case when asked.answer_id is not null then owner.ref end as owner,
      waits.count as "waitingCount", waits."youWait"
    from (select ${postId}::uuid as id, ${answerId}::uuid as answer_id) asked
    cross join lateral (
      select count(*)::int as count, coalesce(bool_or(w.person_id = ${viewerId}), false) as "youWait"
      from answers.waits_for(asked.id) w) waits
    left join answers.question q on q.post_id = asked.id
    left join people.person_card accepter on accepter.id = q.accepted_by
    left join people.person_card owner on owner.id = q.owner_id`.execute(ctx.db)
  const [row] = found.rows
  if (row === undefined) throw new Error('a question without a row is a row too')
  return row
}

async function questionRef(ctx: Ctx, postId: PostId | null): Promise<QuestionRef | null> {
  if (postId === null) return null
  const found = await sql<QuestionRef>`
    select p.post_id as "postId", ${lineOf} as line
    from spaces.question_post p
    where p.post_id = ${postId} and ${visibleTo(ctx)}`.execute(ctx.db)
  return found.rows[0] ?? null
}

/** The day where the viewer is. */
function todayOf({ now, viewer }: Ctx): Temporal.PlainDate {
  return now.toZonedDateTimeISO(viewer.timeZone ?? 'UTC').toPlainDate()
}
