import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { QuestionLabel, questionLabels } from '#contract/question-labels'
import type { Ctx } from '#platform/ctx'
import { stateOf } from '../question.ts'
import { visibleTo } from '../question-line.ts'
import { todayOf } from '../standing/today.ts'

type Row = Omit<QuestionLabel, 'state'> & { reviewOn: string | null; supersededBy: string | null }

export async function listLabels(
  ctx: Ctx,
  { postIds }: InputOf<typeof questionLabels.listLabels>,
): Promise<ReplyOf<typeof questionLabels.listLabels>> {
  const found = await sql<Row>`
    select p.post_id as "postId", answer.said_id as "answerId", q.review_on::text as "reviewOn",
      other.post_id as "supersededBy", q.merged_into is not null as "isMerged",
      coalesce(s.waiting_count, 0) as "waitingCount"
    from spaces.question_post p
    left join answers.shelved s on s.post_id = p.post_id
    left join answers.question q on q.post_id = p.post_id
    -- As in access.ts: what was deleted, hidden or moved is no answer, and leads nowhere.
    left join lateral (
      select w.said_id from spaces.said w
      where w.said_id = q.answer_id and w.post_id = p.post_id and w.deleted_at is null limit 1) answer on true
    left join spaces.question_post other on other.post_id = q.superseded_by
    where p.post_id = any (${postIds}::uuid[]) and ${visibleTo(ctx)}`.execute(ctx.db)
  const today = todayOf(ctx)
  return {
    items: found.rows.map(({ reviewOn, supersededBy, ...row }) => ({
      ...row,
      state: stateOf({ answerId: row.answerId, reviewOn: dayOf(reviewOn), supersededBy }, today),
    })),
  }
}

function dayOf(day: string | null): Temporal.PlainDate | null {
  return day === null ? null : Temporal.PlainDate.from(day)
}
